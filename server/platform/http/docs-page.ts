import { html, raw } from 'hono/html';
import { ERRORS } from '#contract/error.ts';
import { AUDIENCES, type Route } from '#contract/route.ts';

/** A readable page of the API: every route by audience, what it takes, and every error code with its words. */
export function docsPage(routes: readonly Route[]) {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Pilotage API</title><style>${raw(STYLE)}</style></head><body>
<header><h1>Pilotage API</h1><p>JSON over HTTP below <code>/api/v1</code>. The machine-readable form is <a href="/api/v1/openapi.json">OpenAPI 3.1</a>. Programs send <code>Authorization: Bearer pk_…</code>; every command that moves money or stock needs an <code>Idempotency-Key</code>; words of errors come in the language of <code>Accept-Language</code> (zh-Hans, zh-Hant, en).</p>
<nav>${AUDIENCES.map((audience) => html`<a href="#${audience}">${audience}</a> `)}<a href="#errors">errors</a></nav></header><main>
${AUDIENCES.map((audience) => html`<section id="${audience}"><h2>${audience}</h2>${routes.filter((route) => route.audience === audience).map(routeCard)}</section>`)}
<section id="errors"><h2>Errors</h2><table><thead><tr><th>code</th><th>status</th><th>words</th></tr></thead><tbody>${Object.entries(ERRORS).map(([code, entry]) => html`<tr id="error-${code}"><td><code>${code}</code></td><td>${entry.status}</td><td>${entry.text.en}<br><span lang="zh-Hans">${entry.text['zh-Hans']}</span></td></tr>`)}</tbody></table></section>
</main></body></html>`;
}

function routeCard(route: Route) {
  return html`<article id="${route.id}"><h3><span class="method ${route.method.toLowerCase()}">${route.method}</span> <code>${route.path}</code></h3><p>${route.summary}</p>
<p class="facts"><code>${route.id}</code>${route.idempotent ? html` · needs <code>Idempotency-Key</code>` : ''}${route.media === null ? '' : html` · answers <code>${route.media}</code>`}${route.errors.length === 0 ? '' : html` · may refuse: ${route.errors.map((code) => html`<a href="#error-${code}"><code>${code}</code></a> `)}`}</p></article>`;
}

const STYLE = `:root{color-scheme:light dark;--ink:#1d1b18;--soft:#6b665e;--line:#e6e1d8;--paper:#fdfcf9;--accent:#c2410c}
@media (prefers-color-scheme:dark){:root{--ink:#f2efe9;--soft:#a8a196;--line:#37332d;--paper:#1a1815;--accent:#fb923c}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif}
header,main{max-width:60rem;margin:0 auto;padding:1.5rem}nav a{margin-right:1rem}a{color:var(--accent)}h2{margin-top:3rem;text-transform:capitalize;border-bottom:1px solid var(--line)}
article{padding:.75rem 0;border-bottom:1px solid var(--line)}h3{margin:0;font-size:1rem;overflow-wrap:anywhere}p{margin:.25rem 0}.facts{color:var(--soft);font-size:.875rem}
.method{display:inline-block;min-width:4rem;font-weight:700}.get{color:#15803d}.post,.put,.patch{color:var(--accent)}.delete{color:#b91c1c}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.5rem;border-bottom:1px solid var(--line);vertical-align:top}`;
