/** A call by hand from a terminal, to see that pushing works. */
export function curlLine(token: string, port: number): string {
  return `curl "http://127.0.0.1:${port}/push/${token}" -d event=newCall -d from=+15550100 -d direction=in -d callId=hello`
}
