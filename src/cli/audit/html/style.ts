/** Colours of the chat page: every pair of text and ground is at least 4.5:1, in light and in dark. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#f6f5f1;--card:#fff;--ink:#1a1f24;--soft:#535c66;--line:#dedcd5;--accent:#0f5560;
--stop:#a31d18;--stop-ground:#fcebe9;--needs:#58369b;--needs-ground:#f1ecfb;--caution:#774a00;--caution-ground:#fdf1d8;
--unchecked:#414b57;--unchecked-ground:#e8ebef;--clear:#0a5c50;--clear-ground:#e0f2ed;
--bar-stop:#c2362f;--bar-needs:#8763cf;--bar-unchecked:#8795a3;--bar-caution:#e0a83c}
@media screen and (prefers-color-scheme:dark){:root{--paper:#14181b;--card:#1d2226;--ink:#e9ebed;--soft:#a9b2bb;
--line:#343b41;--accent:#7ccfd8;--stop:#ff9f96;--stop-ground:#3b1d1b;--needs:#cbb4ff;--needs-ground:#2b2442;
--caution:#f1c369;--caution-ground:#362b14;--unchecked:#bcc6d0;--unchecked-ground:#282f36;--clear:#80dac6;
--clear-ground:#14312b;--bar-stop:#e8645b;--bar-needs:#a488e6;--bar-unchecked:#74818e;--bar-caution:#d39b2e}}
*{box-sizing:border-box}
html{background:var(--paper);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:1.25rem 1rem 3rem;max-width:60rem;color:var(--ink);overflow-wrap:anywhere;
font:1rem/1.5 -apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",system-ui,sans-serif}
h1,h2,h3,p,ol,ul{margin:0;padding:0}
h1{font-size:1.6rem;line-height:1.2;letter-spacing:-.01em}
h2{font-size:1.25rem;line-height:1.25;margin-top:2.25rem}
h3{font-size:1rem}
ol,ul{padding-left:1.3rem}
a{color:var(--accent)}
.soft{color:var(--soft)}
.small{font-size:.9rem}
.keep{margin-top:1rem;padding:.7rem .9rem;border:2px solid var(--stop);border-radius:10px;background:var(--stop-ground);font-weight:600}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.4rem,1fr));gap:.6rem;margin:1.25rem 0 0;padding:0;list-style:none}
.tiles a,.tiles div{display:block;height:100%;padding:.7rem .9rem;border-radius:10px;border:1px solid var(--line);text-decoration:none;color:inherit;background:var(--card)}
.tiles b{display:block;font-size:1.9rem;line-height:1.1}
.tiles .stop{background:var(--stop-ground);color:var(--stop);border-color:var(--stop)}
.tiles .needs{background:var(--needs-ground);color:var(--needs);border-color:var(--needs)}
.tiles .caution{background:var(--caution-ground);color:var(--caution)}
.tiles .unchecked{background:var(--unchecked-ground);color:var(--unchecked)}
.tiles .clear{background:var(--clear-ground);color:var(--clear)}
.box{margin-top:1.25rem;padding:1rem 1.1rem;border:1px solid var(--line);border-radius:12px;background:var(--card)}
.box ol{margin-top:.4rem}
.box li{margin-top:.3rem}
.box p{margin-top:.7rem}
.lead{margin-top:.3rem;max-width:46rem}
.item{margin-top:.8rem;padding:.9rem 1.1rem 1rem;border:1px solid var(--line);border-left:5px solid var(--tone);border-radius:10px;background:var(--card);break-inside:avoid}
.item.stop{--tone:var(--bar-stop)}.item.needs{--tone:var(--bar-needs)}.item.caution{--tone:var(--bar-caution)}.item.unchecked{--tone:var(--bar-unchecked)}
.where{display:flex;flex-wrap:wrap;gap:.1rem .8rem;align-items:baseline}
.where h3{flex-basis:auto}
blockquote{margin:.6rem 0 0;padding:0;font-size:1.06rem;unicode-bidi:plaintext}
mark{padding:.05em .15em;border-radius:3px;font-weight:600;color:inherit}
.stop mark{background:var(--stop-ground);color:var(--stop)}
.needs mark{background:var(--needs-ground);color:var(--needs)}
.caution mark{background:var(--caution-ground);color:var(--caution)}
.unchecked mark{background:var(--unchecked-ground);color:var(--unchecked)}
.why{margin-top:.5rem;padding-left:1.1rem}
.why li{margin-top:.15rem}
.do{display:flex;flex-wrap:wrap;gap:.25rem 1.4rem;margin-top:.7rem;padding:0;list-style:none;font-weight:600}
.next{margin-top:.55rem}
.do li::before{content:"";display:inline-block;width:.95em;height:.95em;margin-right:.5em;border:1.5px solid currentColor;border-radius:3px;vertical-align:-.1em}
details{margin-top:.8rem}
summary{cursor:pointer;color:var(--accent);font-weight:600}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1rem;margin-top:.8rem;align-items:start}
figure{margin:0;padding:.9rem;border:1px solid var(--line);border-radius:12px;background:var(--card);break-inside:avoid}
figure.wide{grid-column:1/-1}
figcaption{font-weight:600;margin-bottom:.5rem}
svg{display:block;width:100%;height:auto;overflow:visible}
svg text{font:13px -apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",system-ui,sans-serif;fill:var(--ink)}
svg .axis{fill:var(--soft)}
svg line{stroke:var(--line)}
svg .stop{fill:var(--bar-stop)}svg .needs{fill:var(--bar-needs)}svg .unchecked{fill:var(--bar-unchecked)}svg .caution{fill:var(--bar-caution)}svg .plain{fill:var(--accent)}
.key{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:.6rem 0 0;padding:0;list-style:none;font-size:.9rem}
.key li::before{content:"";display:inline-block;width:.8em;height:.8em;margin-right:.4em;border-radius:2px;background:var(--tone);vertical-align:-.05em}
.key .stop{--tone:var(--bar-stop)}.key .needs{--tone:var(--bar-needs)}.key .caution{--tone:var(--bar-caution)}.key .unchecked{--tone:var(--bar-unchecked)}
@media (max-width:44rem){svg text{font-size:15px}figure.wide svg text{font-size:28px}}
.scroll{overflow-x:auto;margin-top:.6rem}
table{border-collapse:collapse;width:100%;font-size:.92rem;overflow-wrap:normal}
th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
td{white-space:nowrap}td:first-child{white-space:normal}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
code{font-size:.85em}
@media print{html{background:#fff}body{max-width:none;padding:0;font-size:10.5pt}.tiles,.plots{break-inside:avoid}
h2{break-after:avoid}details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none}
.tiles{grid-template-columns:repeat(6,1fr)}.tiles a,.tiles div{padding:.4rem .5rem}.tiles b{font-size:1.4rem}th,td{padding:.15rem .5rem}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}a[href^="http"]::after{content:" (" attr(href) ")";font-size:.8em}}
`
