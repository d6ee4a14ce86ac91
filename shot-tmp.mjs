import { createServer } from 'node:http'; import { readFile } from 'node:fs/promises'; import { join, extname } from 'node:path'; import { chromium } from 'playwright-core';
const T={'.html':'text/html','.js':'text/javascript','.css':'text/css','.svg':'image/svg+xml','.yaml':'text/yaml'};
const server=createServer(async (q,r)=>{ try{ const p=new URL(q.url,'http://x').pathname; const f=join('dist-web',p==='/'?'index.html':p); const b=await readFile(f); r.writeHead(200,{'content-type':T[extname(f)]??'application/octet-stream'}); r.end(b);}catch{r.writeHead(404);r.end();} }).listen(0);
const url=`http://localhost:${server.address().port}/`;
const browser=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-quic']});
const { default: script } = await import(process.argv[2]);
try { await script({browser,url}); } finally { await browser.close(); server.close(); process.exit(0); }
