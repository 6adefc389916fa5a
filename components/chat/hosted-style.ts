/** The look of the hosted chat until the conversation is there: the same measures as the widget's panel on a page. */
export const hostedStyle = `
:root{color-scheme:light dark;--bg:#fff;--soft:#f5f4f1;--line:#e4e1da;--ink:#1c1b19;--faint:#6a665e;--bot:#f2f0ec;--dot:#0f766e}
@media (prefers-color-scheme:dark){:root{--bg:#191816;--soft:#211f1d;--line:#35322e;--ink:#f1efeb;--faint:#a8a39a;--bot:#292724}}
html,body{margin:0;background:var(--bg)}
botwright-chat,.begin{display:block;height:100dvh}
.begin{box-sizing:border-box;display:flex;flex-direction:column;color:var(--ink);font:15px/1.45 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.begin *{box-sizing:border-box}
.begin>*{padding-inline:max(16px,calc(50% - 380px))}
.begin header{display:flex;align-items:center;min-height:61px;padding-block:12px;border-block-end:1px solid var(--line)}
.begin h1{overflow:hidden;margin:0;font-size:16px;font-weight:650;letter-spacing:-.01em;text-overflow:ellipsis;white-space:nowrap}
.begin h1::before{content:"";display:inline-block;width:8px;height:8px;margin-inline-end:9px;border-radius:50%;background:var(--dot);vertical-align:2px}
.talk{flex:1;padding-block:16px}
.dots{display:inline-flex;gap:4px;margin:0;padding:13px 14px;border-radius:16px;border-end-start-radius:5px;background:var(--bot)}
.dots i{width:7px;height:7px;border-radius:50%;background:var(--faint);opacity:.5}
.begin footer{padding-block:10px 12px;border-block-start:1px solid var(--line)}
.begin footer span{display:block;height:42px;margin-inline-end:50px;border:1px solid var(--line);border-radius:21px;background:var(--soft)}
.nothing{max-width:36em;margin:18vh auto 0;padding:0 16px;color:var(--ink);font:15px/1.5 ui-sans-serif,system-ui,sans-serif;text-align:center}
.nothing h1{font-size:20px}
.nothing p{color:var(--faint)}
`
