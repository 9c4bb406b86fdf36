/** Topics somebody typed with commas between, each once; as many and as long as a colleague can have. */
export function topicsFrom(text: string): string[] {
  const topics = text.split(/[,;\n]/).map((topic) => topic.replace(/\s+/g, ' ').trim().slice(0, 40).trim())
  const seen = new Set<string>()
  return topics
    .filter((topic) => {
      const key = topic.toLowerCase()
      if (topic === '' || seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, 12)
}
