/*
 * Search: a field in the header and a page of its own, over the index that Pagefind made of the built pages.
 * Nothing is fetched before somebody searches. A classic script, without inline code or styles, so that it runs
 * under a strict content security policy, at a domain or below a path.
 */
(() => {
  "use strict"

  const site = new URL("..", document.currentScript.src)
  const PAUSE = 150 // ms after the last key
  const FIRST = { header: 5, page: 10 } // results shown at once
  const PLACES = 3 // places within a page

  // --- the index -----------------------------------------------------------------------------------

  let opened
  const open = () =>
    (opened ??= import(new URL("pagefind/pagefind.js", site).href)
      .then(async pagefind => {
        await pagefind.options({ baseUrl: site.pathname, excerptLength: 20 })
        await pagefind.init()
        return pagefind
      })
      .catch(error => {
        opened = undefined // the next try may have a connection
        throw error
      }))

  /** Every result, best first; the words and places of each are loaded only when it is shown. */
  const find = async query => (await (await open()).search(straighten(query))).results

  /**
   * Whether a result has the words that were asked for. For a word that stands nowhere Pagefind takes the longest
   * known word that it begins with: “xylophone” would find whatever was posted on X.
   */
  const answers = (query, found) => {
    const all = found.content.split(/\s+/)
    const matched = found.locations.map(place => plain(all[place] ?? ""))
    return query.split(/\s+/).map(plain).filter(word => word && !UNSPACED.test(word)).every(word =>
      matched.some(other => {
        let same = 0
        while (same < word.length && word[same] === other[same]) same += 1
        return same * 2 >= word.length && same >= Math.min(2, word.length)
      }))
  }

  const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u
  const plain = word => word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase()

  /** Quotation marks of every kind ask for a phrase. */
  const straighten = query => query.replace(/[“”„‟«»＂]/g, '"')

  // --- what is shown -------------------------------------------------------------------------------

  const make = (tag, className, ...inside) => {
    const element = document.createElement(tag)
    if (className) element.className = className
    element.append(...inside)
    return element
  }

  const lead = (url, className, ...inside) => {
    const link = make("a", className, ...inside)
    link.href = url
    return link
  }

  /** Pagefind gives an excerpt as HTML with marks: its text and its marks are taken, nothing else. */
  const excerpt = (html, heading = "") => {
    const parsed = new DOMParser().parseFromString(html, "text/html").body
    const first = parsed.firstChild
    if (heading && first?.nodeName === "#text" && first.data.startsWith(heading))
      first.data = first.data.slice(heading.length).replace(/^[.\s]+/, "") // it stands before the excerpt already
    return Array.from(parsed.childNodes, node =>
      node.nodeName === "MARK" ? make("mark", "", node.textContent) : node.textContent)
  }

  /** How many different words of the question a place holds: a sentence found whole comes before single words. */
  const held = place => new Set(Array.from(place.excerpt.matchAll(/<mark>([^<]*)/g), mark => mark[1].toLowerCase())).size

  /** The places of a page where the words stand, the fullest first: a quotation under its speaker. */
  const places = found =>
    found.sub_results.filter(place => place.anchor && place.anchor.element !== "h1")
      .sort((one, other) => held(other) - held(one)).slice(0, PLACES)

  const item = found => {
    const title = lead(found.url, "b-find__title", found.meta.title ?? found.url)
    const within = places(found)
    const rows = within.map(place => {
      const words = make("span", "", ...excerpt(place.excerpt, place.title))
      return make("li", "", lead(place.url, "b-find__place", make("b", "", place.title), " ", words))
    })
    const shown = rows.length ? make("ul", "b-find__places", ...rows) : make("p", "b-find__excerpt", ...excerpt(found.excerpt))
    return make("li", "b-find__result", title, shown)
  }

  // --- one field and its results -------------------------------------------------------------------

  const attach = root => {
    const kind = root.dataset.find
    const words = JSON.parse(root.dataset.words)
    const form = root.querySelector("form")
    const field = root.querySelector("input")
    const panel = root.querySelector(".b-find__results")
    const status = root.querySelector(".b-find__status")
    const list = root.querySelector(".b-find__list")
    const after = root.querySelector(".b-find__more")
    let turn = 0 // only the last question is answered
    let waiting

    const say = (text, help = "") => {
      status.replaceChildren(text)
      if (help) status.append(make("span", "b-find__help", help))
    }

    const clear = () => {
      list.replaceChildren()
      after.replaceChildren()
    }

    const close = () => {
      turn += 1
      clearTimeout(waiting)
      panel.hidden = true
      say("")
      clear()
    }

    /** Show some of the results, the first of them in place of what stood there; says whether there were any. */
    const show = async (results, from, mine) => {
      const loaded = await Promise.all(results.slice(from, from + FIRST[kind]).map(result => result.data()))
      if (mine !== turn) return false
      const wanted = loaded.filter(found => answers(field.value, found))
      if (!from) clear()
      list.append(...wanted.map(item))
      after.replaceChildren()
      const next = from + loaded.length
      if (wanted.length && next < results.length) after.append(kind === "page" ? further(results, next, mine) : everything())
      return wanted.length > 0
    }

    const further = (results, next, mine) => {
      const button = make("button", "md-button", words.more)
      button.type = "button"
      button.addEventListener("click", async () => {
        const first = list.children.length
        await show(results, next, mine)
        list.children[first]?.querySelector("a").focus()
      })
      return button
    }

    const everything = () => lead(`${form.action}?q=${encodeURIComponent(field.value.trim())}`, "b-find__all", words.all)

    const ask = async () => {
      clearTimeout(waiting)
      const mine = ++turn
      const query = field.value.trim()
      if (kind === "page") keep(query)
      if (!query) return close()
      panel.hidden = false
      if (!list.children.length) say(words.searching)
      try {
        const results = await find(query)
        if (mine !== turn) return
        const any = await show(results, 0, mine)
        if (mine !== turn) return
        if (any) say(words.count.replace("{count}", results.length))
        else say(words.none.replace("{query}", () => query), words.help)
      } catch (error) {
        if (mine !== turn) return
        clear()
        say(words.failed)
      }
    }

    /** The address of the search page always leads back to the same search. */
    const keep = query => {
      const address = new URL(location.href)
      if (query) address.searchParams.set("q", query)
      else address.searchParams.delete("q")
      history.replaceState(history.state, "", address)
    }

    const move = event => {
      const links = [...panel.querySelectorAll("a, button")]
      const at = links.indexOf(document.activeElement)
      const to = event.key === "ArrowDown" ? at + 1 : at - 1
      if (panel.hidden || to >= links.length || (at < 0 && to < 0)) return
      event.preventDefault()
      ;(links[to] ?? field).focus()
    }

    field.addEventListener("focus", () => open().catch(() => {}))
    field.addEventListener("input", () => {
      clearTimeout(waiting)
      waiting = setTimeout(ask, PAUSE)
    })
    form.addEventListener("submit", event => {
      if (kind === "header" && field.value.trim()) return // the search page answers
      event.preventDefault()
      ask()
    })
    root.addEventListener("keydown", event => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event)
      else if (event.key === "Escape") {
        event.preventDefault()
        if (kind === "header" && panel.hidden) return field.blur()
        if (document.activeElement === field && kind === "page") field.value = ""
        field.focus()
        if (kind === "header") close()
        else ask()
      }
    })
    if (kind === "header") {
      field.addEventListener("focus", () => field.value.trim() && panel.hidden && ask())
      document.addEventListener("pointerdown", event => root.contains(event.target) || close())
      root.addEventListener("focusout", event => event.relatedTarget && !root.contains(event.relatedTarget) && close())
    } else {
      field.value = new URL(location.href).searchParams.get("q") ?? ""
      if (field.value) ask()
      field.focus({ preventScroll: true })
    }
    return field
  }

  // --- the page --------------------------------------------------------------------------------------

  const template = document.querySelector("template[data-find-page]")
  if (template) document.querySelector(".b-search")?.replaceChildren(template.content.cloneNode(true))
  const fields = Object.fromEntries(
    Array.from(document.querySelectorAll("[data-find]"), root => [root.dataset.find, attach(root)]))

  const typing = element => element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName)

  document.addEventListener("keydown", event => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)
    const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (!slash && !letter) return
    event.preventDefault()
    const field = fields.page ?? fields.header
    if (!field.offsetParent) return location.assign(new URL("search/", site)) // a phone has no room for the field
    field.focus()
    field.select()
  })
})()
