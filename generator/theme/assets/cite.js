/*
 * Buttons that copy a quotation or a next step with all that belongs to it: who, when, in which brief, after which
 * source; as plain text and as Markdown. Made here, so that without JavaScript no button stands there for nothing.
 */
(() => {
  "use strict"

  const say = JSON.parse(document.currentScript.dataset.words)
  const SHOWN = 2000 // ms for which a button says that it has copied

  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all)
  const text = element => (element?.textContent ?? "").replace(/\s+/g, " ").trim()
  const markdown = words => words.replace(/[\\`*_[\]<>#|~]/g, "\\$&")
  const heading = () => text(document.querySelector("h1"))

  // --- links to feeds and data -----------------------------------------------------------------------

  /** While the page is made ready: Material takes each `alternate` for another edition and asks for its site map. */
  const alternates = [...document.querySelectorAll("link[rel=alternate]")]
  const call = rel => () => alternates.forEach(link => (link.rel = rel))
  addEventListener("DOMContentLoaded", call("alternate feed"), { capture: true, once: true })
  addEventListener("DOMContentLoaded", call("alternate"), { once: true })

  // --- what is copied --------------------------------------------------------------------------------

  /** The title and the permalink of the brief in which something stands. */
  const found = piece => {
    const away = piece.querySelector(".b-from a")
    const here = piece.querySelector(".b-permalink a") ?? piece.querySelector(":is(h2, h3, h4) a")
    return { title: away ? text(away) : heading(), url: (here ?? away).href }
  }

  const quotation = piece => ({
    ...found(piece),
    paragraphs: [...piece.querySelector("blockquote").querySelectorAll("p")].map(text),
    by: [text(piece.querySelector(".b-speaker")) || heading(), ...[".b-said", ".b-meta"].map(part => text(piece.querySelector(part)))]
      .filter(Boolean).join(say.comma),
    source: piece.dataset.source && fill(say.source, { source: piece.dataset.source }),
  })

  const step = piece => ({
    ...found(piece),
    paragraphs: [],
    by: [text(piece.querySelector("h2, h3, h4")), text(piece.querySelector(".b-when")), text(piece.querySelector(".b-meta"))]
      .filter(Boolean).join(" · "),
    source: "",
  })

  const asText = ({ paragraphs, by, title, url, source }) => [
    paragraphs.length ? `${fill(say.quoted, { words: paragraphs.join("\n\n") })}\n— ${by}` : by,
    `${title}\n${url}`,
    source,
  ].filter(Boolean).join("\n\n") + "\n"

  const asMarkdown = ({ paragraphs, by, title, url, source }) => [
    ...paragraphs.map((words, place) => `${place ? ">\n" : ""}> ${markdown(words)}`),
    `${paragraphs.length ? "\n— " : ""}${markdown(by)}`,
    `\n[${markdown(title)}](${url})`,
    source && `\n${markdown(source)}`,
  ].filter(Boolean).join("\n") + "\n"

  // --- copying ---------------------------------------------------------------------------------------

  /** Only pages that came safely may write to the clipboard; for the others there is the old way. */
  const copy = async words => {
    if (navigator.clipboard) return navigator.clipboard.writeText(words)
    const held = document.createElement("textarea")
    const before = document.activeElement
    held.value = words
    held.className = "b-unseen"
    document.body.append(held)
    held.select()
    const done = document.execCommand("copy")
    held.remove()
    before?.focus()
    if (!done) throw new Error("not copied")
  }

  const status = document.createElement("p")
  status.className = "b-unseen"
  status.setAttribute("role", "status")

  const button = (words, label, make) => {
    const made = document.createElement("button")
    made.type = "button"
    made.className = "b-copy"
    made.textContent = words
    made.setAttribute("aria-label", label)
    made.addEventListener("click", async () => {
      const told = await copy(make()).then(() => say.copied, () => say.failed)
      status.textContent = ""
      made.textContent = status.textContent = told
      setTimeout(() => (made.textContent = words), SHOWN)
    })
    return made
  }

  /** One press copies the words; as Markdown they are in the small menu beside, or, in a list, beside each other. */
  const row = (piece, read, label) => {
    const menu = piece.querySelector(".b-permalink")
    const plain = button(say.copy, say.copy + say.colon + label, () => asText(read(piece)))
    const marked = button(menu ? say.markdown : "Markdown", say.markdown + say.colon + label, () => asMarkdown(read(piece)))
    menu?.prepend(plain)
    menu?.querySelector("p").append(" ", marked)
    const from = piece.querySelector(".b-from")
    if (menu || !from) return
    const both = document.createElement("span")
    both.append(plain, " ", marked)
    both.className = "b-copies"
    from.append(both)
  }

  const pieces = document.querySelectorAll(".b-quote, .b-step:has(.b-permalink, .b-from)")
  for (const piece of pieces) {
    const isQuote = piece.classList.contains("b-quote")
    row(piece, isQuote ? quotation : step, isQuote ? say.quotation : say.step)
  }
  if (pieces.length) document.body.append(status)
})()
