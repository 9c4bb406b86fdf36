/** One ringing call from a terminal, to see that pushing works; no shell needs quotes in it. */
export function curlLine(token: string, port: number): string {
  return `curl http://127.0.0.1:${port}/zammad/${token} -d event=newCall -d callId=hello -d direction=in -d to=me --data-urlencode from=+15550100`
}
