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
  const PLACES = 3 // places within a page, and results that tell of a shard
  const LONG = 36 // words that tell of a brief where nothing was asked

  // --- the index -----------------------------------------------------------------------------------

  const folder = new URL("pagefind/", site)
  // A title is weighed where it stands, as a heading, and not a second time as what a page is called.
  const options = { baseUrl: site.pathname, excerptLength: 20, ranking: { metaWeights: { title: 0 } } }
  const fetched = new Map()
  const read = path => {
    if (!fetched.has(path))
      fetched.set(path, fetch(new URL(path, site)).then(answer => {
        if (!answer.ok) throw new Error(`${answer.status}: ${path}`)
        return answer.json()
      }).catch(error => {
        fetched.delete(path) // the next try may have a connection
        throw error
      }))
    return fetched.get(path)
  }

  let opened
  const open = () =>
    (opened ??= Promise.all([import(new URL("pagefind.js", folder).href), read("pagefind/shards.json")])
      .then(async ([pagefind, shards]) => {
        await pagefind.options(options)
        await pagefind.init()
        return { pagefind, shards, joined: 1, joining: Promise.resolve() }
      })
      .catch(error => {
        opened = undefined
        throw error
      }))

  /** Ask this many shards from now on: the newest alone at first, then those before it. */
  const join = (index, count) =>
    (index.joining = index.joining.catch(() => {}).then(async () => {
      for (; index.joined < Math.min(count, index.shards.length); index.joined += 1)
        await index.pagefind.mergeIndex(new URL(`${index.shards[index.joined]}/`, folder).pathname, options)
    }))

  const SIGNS = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Khmer}\\p{Script=Lao}\\p{Script=Myanmar}"
  const UNSPACED = new RegExp(`[${SIGNS}]`, "u")
  const RUNS = new RegExp(`[${SIGNS}]+`, "gu")
  const APART = new RegExp(`(?<=[${SIGNS}](?:</mark>)?) (?=(?:<mark>)?(?:[${SIGNS}]|[\\p{Po}\\p{Pe}\\p{Pf}]))`
    + `|(?<=[\\p{Ps}\\p{Pi}\\u3000-\\u303f\\uff00-\\uff0f](?:</mark>)?) (?=(?:<mark>)?[${SIGNS}])`, "gu")
  /** Text of the index as a page has it: signs without spaces are apart in the index alone, and no line begins with a dot. */
  const whole = text => text.replace(APART, "").replace(/ (?=· )/g, "\u00a0")

  const plain = word => word.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase()

  /** Signs that Pagefind drops from the words of a page, and not from those of a question; one by itself is a word there. */
  const DROPPED = /[$+<=>^`|~]/g
  const ALONE = /(?<=^|\s)[^\p{L}\p{N}\s]+(?=\s|$)/u

  /**
   * What is asked, as questions for the index, of which a page must answer each: the words by themselves; each phrase
   * in quotation marks of any kind, in parts where a sign stands by itself in it; and each run of signs without spaces,
   * which stand one by one in the index.
   */
  const questions = query => {
    const found = []
    const phrase = text => {
      const words = text.replace(RUNS, run => ` ${[...run].join(" ")} `).split(ALONE)
      for (const part of words.filter(one => /[\p{L}\p{N}]/u.test(one))) found.push(`"${part.replace(DROPPED, "").trim()}"`)
    }
    const loose = query.replace(/[“”„‟«»＂「」『』]/g, '"')
      .replace(/"([^"]*)"/g, (_, words) => (phrase(words), " "))
      .replace(RUNS, run => (phrase(run), " "))
      .replace(/"/g, " ").replace(DROPPED, "").replace(/\s+/g, " ").trim()
    return /[\p{L}\p{N}]/u.test(loose) ? [loose, ...found] : found
  }

  /** Every result of the shards that are joined, best first; the words and places of each are loaded when it is shown. */
  const find = async (index, query) => {
    const [first, ...others] = await Promise.all(questions(query).map(async one => (await index.pagefind.search(one)).results))
    const maps = others.map(results => new Map(results.map(result => [result.id, result])))
    return (first ?? []).filter(result => maps.every(map => map.has(result.id))).map(result => {
      const more = maps.map(map => map.get(result.id))
      return { id: result.id, score: more.reduce((sum, each) => sum + each.score, result.score), data: () => (more[0] ?? result).data(), bare: () => result.data() }
    }).sort((one, other) => other.score - one.score)
  }

  const alike = (one, other) => {
    let same = 0
    while (same < one.length && one[same] === other[same]) same += 1
    return same
  }

  /**
   * Whether a result has the words that were asked for. For a word that stands nowhere in a shard Pagefind takes the
   * longest known word that it begins with: “accordion” would find what was agreed in an accord. What is a form of the
   * same word only the index knows: one is as near to what stands on the page as the other. A word of which the index
   * knows but the stem (“going”) is as near as the beginning that it has in common with the page's (“good”).
   */
  const answers = async (index, query, result) => {
    const [loose] = questions(query)
    if (!loose || loose.startsWith('"')) return true
    const found = await result.bare()
    const all = found.content.split(/\s+/)
    const matched = [...new Set(found.locations.map(place => plain(all[place] ?? "")).filter(Boolean))]
    const nearness = async word => {
      const own = (await index.pagefind.search(word)).results.find(one => one.id === result.id)
      return own && Math.max(...(await own.data()).weighted_locations.map(place => place.balanced_score))
    }
    const held = async word => {
      if (matched.some(other => other.startsWith(word))) return true
      const [near] = [...matched].sort((one, other) => alike(word, other) - alike(word, one))
      const asked = near && alike(word, near) && (await nearness(word))
      return Boolean(asked) && (asked === (await nearness(near)) || asked === (await nearness(word.slice(0, alike(word, near)))))
    }
    for (const word of loose.split(/\s+/).map(plain).filter(Boolean))
      if (!(await held(word))) return false // one after the other: Pagefind has one answer in hand for each page
    return true
  }

  // --- names ---------------------------------------------------------------------------------------

  const block = word => /[a-z0-9]/.test(word[0]) ? word[0] : `u${(word.codePointAt(0) >> 8).toString(16)}`
  const split = text => (text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []).map(plain).filter(Boolean)

  /** How many letters are wrong, missing, too many or changed about in a word that another begins with. */
  const slips = (word, other) => {
    let before = []
    let row = Array.from({ length: other.length + 1 }, (_, at) => at)
    for (let one = 1; one <= word.length; one += 1) {
      const next = [one]
      for (let two = 1; two <= other.length; two += 1) {
        next[two] = Math.min(row[two] + 1, next[two - 1] + 1, row[two - 1] + (word[one - 1] !== other[two - 1]))
        const turned = one > 1 && two > 1 && word[one - 1] === other[two - 2] && word[one - 2] === other[two - 1]
        if (turned) next[two] = Math.min(next[two], before[two - 2] + 1)
      }
      ;[before, row] = [row, next]
    }
    return Math.min(...row)
  }

  /** One slip in words of four letters, two in words of eight, as between names of briefs; none in a figure. */
  const nearly = (word, other) =>
    slips(word, other) <= (/\p{N}/u.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

  /** People, organisations, topics and storylines whose names have words that begin with those of the query. */
  const named = async (query, fits = (word, other) => other.startsWith(word)) => {
    const words = split(query)
    if (!words.length || !(await read("names/known.json")).includes(block(words[0]))) return []
    const rows = await read(`names/${block(words[0])}.json`)
    return rows.filter(([, name, , , ...aliases]) => {
      const own = [name, ...aliases].flatMap(split)
      return words.every(word => own.some(other => fits(word, other)))
    }).sort((one, other) => other[3] - one[3])
  }

  // --- facets --------------------------------------------------------------------------------------

  const FACETS = { person: "people", topic: "topics", storyline: "storylines", organisation: "organisations", publisher: "publishers" }
  let known
  /** What is known of every page of the index by its id: its place from the newest on, its shard, and its facets. */
  const facts = async shards => {
    if (known) return known
    const all = await Promise.all(shards.map((name, number) => read(`pagefind/${number ? `${name}/` : ""}facets.json`)))
    const pages = new Map()
    const names = Object.fromEntries(Object.keys(FACETS).map(facet => [facet, new Map()]))
    all.forEach((shard, number) => {
      for (const [facet, kind] of Object.entries(FACETS)) for (const [id, name] of shard[kind].names) names[facet].set(id, name)
      shard.ids.forEach((id, at) => {
        const page = { order: pages.size, shard: number, day: shard.days[at] }
        for (const [facet, kind] of Object.entries(FACETS)) page[facet] = shard[kind].of[at].map(one => shard[kind].names[one][0])
        page.year = shard.days[at] ? [shard.days[at].slice(0, 4)] : []
        page.month = shard.days[at] ? [shard.days[at].slice(0, 7)] : []
        pages.set(id, page)
      })
    })
    return (known = { pages, names })
  }

  /** Newest first; shards follow each other by date, but those of a month that is too much for one. */
  const newer = (one, other) => (one.day < other.day) - (one.day > other.day) || one.order - other.order

  /** Whether a shard has the words, told by its best results: one is enough. */
  const has = async (index, query, results) => {
    for (const result of results.slice(0, PLACES)) if (await answers(index, query, result)) return true
    return false
  }

  /** The results without those of shards that do not know a word. */
  const sound = async (index, query, results, { pages }) => {
    const shards = new Map()
    for (const result of results) {
      const shard = pages.get(result.id)?.shard
      shards.set(shard, [...(shards.get(shard) ?? []), result])
    }
    const right = new Map(await Promise.all(Array.from(shards, async ([shard, own]) => [shard, await has(index, query, own)])))
    return results.filter(result => pages.has(result.id) && right.get(pages.get(result.id).shard))
  }

  /** What the index knows of a page, read without a question. */
  const fragment = async (id, folder) => {
    const packed = await (await fetch(new URL(`${folder}fragment/${id}.pf_fragment`, site))).arrayBuffer()
    const zipped = new Uint8Array(packed, 0, 2).join() === "31,139" // a server may have unpacked it
    const stream = new Blob([packed]).stream()
    const text = await new Response(zipped ? stream.pipeThrough(new DecompressionStream("gzip")) : stream).text()
    return JSON.parse(text.replace(/^pagefind_dcd/, ""))
  }

  const plainly = text => text.replace(/&/g, "&amp;").replace(/</g, "&lt;")

  /** A brief as a result of no question: its bottom line, or what the people who were chosen say in it. */
  const told = async (id, folder, speakers) => {
    const found = await fragment(id, folder)
    const words = found.content.split(/\s+/)
    const after = (place, count) => plainly(words.slice(place, place + count).join(" "))
    const sentences = text => text.match(/^.{40,}[.!?…。](?=\s|$)/su)?.[0] ?? `${text} …`
    const url = new URL(found.url.replace(/^\//, ""), site).href
    const quotes = found.anchors.filter(anchor => anchor.id.startsWith("q-") && speakers.has(anchor.text))
    const next = anchor => found.anchors.find(other => other.location > anchor.location)?.location ?? words.length
    const title = found.anchors.find(anchor => anchor.element === "h1")
    const begin = title ? title.location + title.text.split(/\s+/).length : 0
    return {
      url, meta: found.meta, content: found.content, anchors: found.anchors, excerpt: sentences(after(begin, LONG)),
      sub_results: quotes.map(anchor => ({
        anchor, title: anchor.text, url: `${url}#${anchor.id}`,
        excerpt: after(anchor.location, Math.min(LONG, next(anchor) - anchor.location)),
      })),
    }
  }

  /** Every brief, newest first, where nothing is asked but who or what it is about. */
  const every = (shards, { pages, names }, people) => {
    const speakers = new Set(Array.from(people, id => names.person.get(id)))
    return Array.from(pages).filter(([, page]) => page.day).sort(([, one], [, other]) => newer(one, other)).map(([id, page]) => {
      const folder = `pagefind/${page.shard ? `${shards[page.shard]}/` : ""}`
      return { id, data: () => told(id, folder, speakers) }
    })
  }

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

  /**
   * Pagefind gives an excerpt as HTML with marks: its text and its marks are taken, nothing else. Where it begins with
   * the heading, that stands before it already; where it begins or ends within a sentence it says so. A dot that
   * divides what stands over a title begins nothing.
   */
  const excerpt = (html, heading = "") => {
    const parsed = new DOMParser().parseFromString(whole(html), "text/html").body
    const all = parsed.textContent.trimEnd()
    const head = whole(heading)
    const begins = head ? all.startsWith(head) : !/^\p{Ll}/u.test(all)
    const over = begins ? head.length : 0
    let left = over + all.slice(over).match(over ? /^[.\s]*/ : /^[·\s]*/)[0].length
    const shown = Array.from(parsed.childNodes, node => {
      const text = node.textContent.slice(left)
      left = Math.max(0, left - node.textContent.length)
      return node.nodeName === "MARK" && text ? make("mark", "", text) : text
    })
    return [begins ? "" : "… ", ...shown, /[.!?…。！？؟]\P{L}*$/u.test(all) ? "" : " …"]
  }

  /** How many different words of the question a place holds: a sentence found whole comes before single words. */
  const held = place => new Set(Array.from(place.excerpt.matchAll(/<mark>([^<]*)/g), mark => mark[1].toLowerCase())).size

  const isQuote = place => place.anchor.id.startsWith("q-")

  /** The places of a page where the words stand, the fullest first: a quotation under its speaker. */
  const places = found =>
    found.sub_results.filter(place => place.anchor && place.anchor.element !== "h1" && place.anchor.id !== "source")
      .sort((one, other) => held(other) - held(one) || isQuote(other) - isQuote(one)).slice(0, PLACES)

  /** What stands over the title of a brief: its storyline, its day, where it was. */
  const kicker = found => {
    const title = found.anchors?.find(anchor => anchor.element === "h1")
    const over = title ? found.content.split(/\s+/).slice(0, title.location).join(" ").replace(/(?<!\s\p{Ll})\.$/u, "") : "" // that of “2026 г.” stays
    return over ? [make("small", "b-find__kicker", over.split(" · ").map(whole).join("\u00a0· "))] : []
  }

  const item = found => {
    const title = lead(found.url, "b-find__title", whole(found.meta.title ?? found.url))
    const within = places(found)
    const rows = within.map(place => {
      const words = make("span", "", ...excerpt(place.excerpt, place.title))
      return make("li", "", lead(place.url, "b-find__place", make("b", "", whole(place.title)), " ", words))
    })
    const shown = rows.length ? make("ul", "b-find__places", ...rows) : make("p", "b-find__excerpt", ...excerpt(found.excerpt))
    return make("li", "b-find__result", ...kicker(found), title, shown)
  }

  const person = ([kind, name, url, count], words, sort = "b-find__result") => {
    const link = lead(new URL(url, site).href, "b-find__title", name)
    const briefs = words.briefs.replace("{count}", count)
    return make("li", `${sort} b-find__name`, link, " ", make("small", "", `${words.kinds[kind]}\u00a0· ${briefs}`))
  }

  // --- one field and its results -------------------------------------------------------------------

  /** The facets beside the results: what is chosen is in the address; counts are of the results that are shown. */
  const narrowing = (root, words, again) => {
    const asked = new URL(location.href).searchParams
    const chosen = Object.fromEntries(words.facets.map(([facet]) => [facet, new Set(asked.getAll(facet))]))
    const order = root.querySelector("select")
    const box = root.querySelector(".b-find__facets")
    const groups = box.querySelector("div")
    const clear = box.querySelector("button")
    clear.addEventListener("click", () => {
      for (const set of Object.values(chosen)) set.clear()
      box.querySelector("summary").focus()
      again()
    })
    box.addEventListener("toggle", () => box.open && !root.querySelector("input").value.trim() && again())
    const wide = new Set() // facets of which all values are shown
    if (asked.get("sort") === "newest") order.value = "newest"
    order.addEventListener("change", () => again())
    const month = new Intl.DateTimeFormat(document.documentElement.lang || "en", { month: "long", year: "numeric", timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" })
    const label = (facet, value, names) =>
      facet === "month" ? month.format(new Date(`${value}-01T00:00Z`)) : facet === "year" ? value : names[facet].get(value) ?? value
    const any = () => Object.values(chosen).some(set => set.size)

    const choice = (facet, value, count, name) => {
      const input = make("input", "")
      Object.assign(input, { type: "checkbox", checked: chosen[facet].has(value) })
      input.dataset.facet = facet
      input.dataset.value = value
      input.addEventListener("change", () => {
        if (input.checked) chosen[facet].add(value)
        else chosen[facet].delete(value)
        again()
      })
      return make("li", "", make("label", "", input, make("span", "", name), " ", make("small", "", String(count))))
    }

    const group = (facet, title, results, { pages, names }) => {
      const counts = new Map(Array.from(chosen[facet], value => [value, 0]))
      for (const result of results) for (const value of pages.get(result.id)[facet]) counts.set(value, (counts.get(value) ?? 0) + 1)
      if (!counts.size) return []
      const dated = facet === "year" || facet === "month"
      const rows = Array.from(counts, ([value, count]) => ({ value, count, name: label(facet, value, names) }))
      rows.sort((one, other) => chosen[facet].has(other.value) - chosen[facet].has(one.value)
        || (dated ? other.value.localeCompare(one.value) : other.count - one.count || one.name.localeCompare(other.name)))
      const shown = wide.has(facet) ? rows : rows.slice(0, 6)
      const set = make("fieldset", "b-find__facet", make("legend", "", title), make("ul", "", ...shown.map(row => choice(facet, row.value, row.count, row.name))))
      if (shown.length < rows.length) {
        const more = make("button", "b-find__all", words.others)
        more.type = "button"
        more.addEventListener("click", () => {
          wide.add(facet)
          again()
        })
        set.append(more)
      }
      return [set]
    }

    const show = (results, all) => {
      const { facet, value } = document.activeElement?.dataset ?? {}
      const count = Object.values(chosen).reduce((sum, set) => sum + set.size, 0)
      box.querySelector(".b-find__chosen").textContent = count ? `(${count})` : ""
      clear.hidden = !count
      groups.replaceChildren(...words.facets.flatMap(([facet, title]) => group(facet, title, results, all)))
      box.hidden = !count && !groups.children.length
      if (box.hidden) order.closest("p").hidden = true
      if (value) Array.from(groups.querySelectorAll("input")).find(one => one.dataset.facet === facet && one.dataset.value === value)?.focus()
    }

    const apply = (results, all) => {
      const kept = results.filter(result => Object.entries(chosen).every(([facet, set]) =>
        [...set].every(value => all.pages.get(result.id)[facet].includes(value))))
      if (order.value === "newest") kept.sort((one, other) => newer(all.pages.get(one.id), all.pages.get(other.id)))
      show(kept, all)
      return kept
    }

    const keep = address => {
      for (const [facet, set] of Object.entries(chosen)) {
        address.delete(facet)
        for (const value of set) address.append(facet, value)
      }
      if (order.value === "newest") address.set("sort", "newest")
      else address.delete("sort")
      order.closest("p").hidden = !address.has("q") // without a question there is one order: newest first
    }
    box.open = (any() || asked.has("q")) && matchMedia("(min-width: 60em)").matches // they stand beside the results
    const rest = () => {
      box.querySelector(".b-find__chosen").textContent = ""
      groups.replaceChildren()
      clear.hidden = true
      box.hidden = false
    }
    return { apply, keep, any, rest, wanted: () => box.open || any(), people: () => chosen.person }
  }

  const attach = root => {
    const kind = root.dataset.find
    const words = JSON.parse(root.dataset.words)
    const form = root.querySelector("form")
    const field = root.querySelector("input")
    const panel = root.querySelector(".b-find__results")
    const status = root.querySelector(".b-find__status")
    const list = root.querySelector(".b-find__list")
    const after = root.querySelector(".b-find__more")
    const narrow = kind === "page" ? narrowing(root, words, () => ask()) : undefined
    let turn = 0 // only the last question is answered
    let waiting

    const say = (text, help = "") => {
      status.replaceChildren(text)
      if (help) status.append(make("span", "b-find__help", help))
    }

    /** Nothing was found: whoever may have been meant. Of a phrase its words: they stand between marks as it is. */
    const nothing = (query, near, help) => {
      list.append(...near.slice(0, 5).map(row => person(row, words, "b-find__meant")))
      say(words.none.replace("{query}", () => query.replace(/^"([^"]*)"$/, "$1")), near.length ? words.meant : help)
    }

    const clear = () => {
      list.replaceChildren()
      after.replaceChildren()
    }

    const close = () => {
      turn += 1
      clearTimeout(waiting)
      list.removeAttribute("aria-busy")
      panel.hidden = !narrow
      narrow?.rest()
      say("")
      clear()
    }

    const load = async (results, from) =>
      (await Promise.all(results.slice(from, from + FIRST[kind]).map(result => result.data())))

    /** In the header: the newest shard that has an answer, and those before it until there are enough. */
    const glance = async (query, mine) => {
      const index = await open()
      const rows = (await named(query)).slice(0, 3).map(row => person(row, words))
      const seen = new Set()
      let results = []
      for (let count = index.joined; ; count = index.joined + 1) {
        await join(index, count)
        if (mine !== turn) return
        results = await find(index, query)
        const fresh = results.filter(result => !seen.has(result.id)).slice(0, FIRST.header)
        let refused = 0 // a shard of which two results have not the words knows none
        for (const result of fresh) {
          if (rows.length >= FIRST.header + 3 || refused > 1) break
          const right = await answers(index, query, result)
          const found = right && (await result.data())
          if (mine !== turn) return
          if (right) rows.push(item(found))
          else refused += 1
        }
        for (const result of results) seen.add(result.id)
        if (rows.length >= FIRST.header || count >= index.shards.length) break
      }
      const near = rows.length ? [] : await named(query, nearly)
      if (mine !== turn) return
      clear()
      list.append(...rows)
      if (!rows.length) return nothing(query, near, words.help)
      after.append(everything())
      say(words.count.replace("{count}", rows.length))
    }

    const asked = async query => {
      const index = await open()
      const [people, all] = await Promise.all([named(query), join(index, index.shards.length).then(() => facts(index.shards))])
      return [people, all, await sound(index, query, await find(index, query), all)]
    }

    const chosen = async () => {
      const shards = await read("pagefind/shards.json")
      const all = await facts(shards)
      return [[], all, every(shards, all, narrow.people())]
    }

    /** On its page: all shards, exactly, with facets; without a question every brief, to be chosen from. */
    const answer = async (query, mine) => {
      const [people, all, found] = await (query ? asked(query) : chosen())
      if (mine !== turn) return
      const results = narrow.apply(found, all)
      const loaded = await load(results, 0)
      const names = narrow.any() ? [] : people.slice(0, 5)
      const near = results.length || names.length || narrow.any() ? [] : await named(query, nearly)
      if (mine !== turn) return
      clear()
      list.append(...names.map(row => person(row, words)))
      list.append(...loaded.map(item))
      if (loaded.length < results.length) after.append(further(results, loaded.length, mine))
      if (results.length || list.children.length) say(words.count.replace("{count}", results.length || names.length))
      else nothing(query, near, narrow.any() ? words.narrowed : words.help)
    }

    const further = (results, from, mine) => {
      const button = make("button", "md-button", words.more)
      button.type = "button"
      button.addEventListener("click", async () => {
        const loaded = await load(results, from)
        if (mine !== turn) return
        const first = list.children.length
        list.append(...loaded.map(item))
        after.replaceChildren()
        if (from + loaded.length < results.length) after.append(further(results, from + loaded.length, mine))
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
      if (!query && !narrow?.wanted()) return close()
      panel.hidden = false
      if (!list.children.length) say(words.searching)
      list.setAttribute("aria-busy", "true")
      try {
        await (kind === "page" ? answer : glance)(query, mine)
      } catch (error) {
        if (mine !== turn) return
        clear()
        say(words.failed)
      } finally {
        if (mine === turn) list.removeAttribute("aria-busy")
      }
    }

    /** The address of the search page always leads back to the same search. */
    const keep = query => {
      const address = new URL(location.href)
      if (query) address.searchParams.set("q", query)
      else address.searchParams.delete("q")
      narrow.keep(address.searchParams)
      history.replaceState(history.state, "", address)
    }

    const move = event => {
      const links = [...panel.querySelectorAll(".b-find__list a, .b-find__more a, .b-find__more button")]
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
      if (field.value || narrow.any()) ask()
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
