// Checks every file named on stdin, one a line; prints what is wrong as JSON lines.
import { readFileSync } from "node:fs"
import { HtmlValidate, StaticConfigLoader } from "html-validate"

const checker = new HtmlValidate(new StaticConfigLoader(JSON.parse(readFileSync(new URL("rules.json", import.meta.url)))))
for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const report = await checker.validateString(readFileSync(path, "utf8"), path)
  for (const { messages } of report.results)
    for (const { ruleId, message, line, column, selector } of messages)
      console.log(JSON.stringify({ path, rule: ruleId, message, line, column, selector }))
}
