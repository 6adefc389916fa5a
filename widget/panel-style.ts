/** The look of the open chat. Logical properties throughout, so that right-to-left needs nothing of its own. */
export const panelCss = `
.panel{--bg:#fff;--soft:#f5f4f1;--line:#e4e1da;--ink:#1c1b19;--faint:#6a665e;--bot:#f2f0ec;--error:#b42318;color:var(--ink);background:var(--bg);display:flex;flex-direction:column;overflow:hidden;font:inherit}
@media (prefers-color-scheme:dark){.panel:not(.light){--bg:#191816;--soft:#211f1d;--line:#35322e;--ink:#f1efeb;--faint:#a8a39a;--bot:#292724;--error:#ff9d92}}
.panel.dark{--bg:#191816;--soft:#211f1d;--line:#35322e;--ink:#f1efeb;--faint:#a8a39a;--bot:#292724;--error:#ff9d92}
.panel.floating{position:fixed;z-index:2147483001;inset-block-end:88px;inset-inline-end:20px;inline-size:min(400px,calc(100vw - 40px));block-size:min(640px,calc(100dvh - 112px));border:1px solid var(--line);border-radius:18px;box-shadow:0 18px 60px #0003;animation:rise .16s ease-out}
.panel.floating.left{inset-inline:20px auto}
.panel.popup{inset:0;margin:auto;inset-block-end:auto}
.panel.embedded{block-size:100%;border:1px solid var(--line);border-radius:14px}
.panel.page{block-size:100%;border:0;border-radius:0}
.panel.page>*{padding-inline:max(16px,calc(50% - 380px))}
@keyframes rise{from{opacity:0;transform:translateY(10px)}}
@media (max-width:480px){.panel.floating{inset:0;inline-size:100vw;block-size:100dvh;border:0;border-radius:0}}
header{display:flex;align-items:center;gap:8px;padding:12px 16px;border-block-end:1px solid var(--line)}
header :is(h1,h2){font-size:16px;font-weight:650;margin:0;flex:1;min-inline-size:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;letter-spacing:-.01em}
header :is(h1,h2)::before{content:"";display:inline-block;inline-size:8px;block-size:8px;border-radius:50%;background:var(--accent-dot,var(--bw-accent));margin-inline-end:9px;vertical-align:2px}
.pill{padding:1px 9px;border:1px solid var(--line);border-radius:99px;font-size:12.5px;color:var(--faint)}
button{font:inherit;color:inherit;cursor:pointer}
.tool{inline-size:36px;block-size:36px;border:0;border-radius:10px;background:none;display:grid;place-items:center;color:var(--faint)}
.tool svg{width:19px;height:19px}
.tool:hover{background:var(--soft);color:var(--ink)}
:focus-visible{outline:2px solid var(--bw-accent);outline-offset:2px}
.scroll{flex:1;overflow-y:auto;overscroll-behavior:contain;padding:16px}
.log{display:flex;flex-direction:column;gap:8px}
.row{display:flex;flex-direction:column;max-inline-size:86%}
.row.bot{align-self:flex-start;align-items:flex-start}
.row.contact{align-self:flex-end;align-items:flex-end}
.bubble{padding:9px 13px;border-radius:16px;border-end-start-radius:5px;background:var(--bot);overflow-wrap:anywhere}
.bubble,.bubble :is(p,li,blockquote){unicode-bidi:plaintext}
.contact .bubble{background:var(--bw-accent);color:var(--bw-on-accent);border-radius:16px;border-end-end-radius:5px;white-space:pre-wrap}
.contact.pending .bubble{opacity:.72}
.bubble>*{margin:0 0 .5em}.bubble>:last-child{margin:0}
.bubble ul,.bubble ol{padding-inline-start:1.3em}
.bubble .h1,.bubble .h2,.bubble .h3{font-weight:650}.bubble .h1{font-size:1.15em}
.bubble pre{overflow-x:auto;background:var(--soft);padding:8px 10px;border-radius:8px}
.bubble code{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.bubble blockquote{border-inline-start:3px solid var(--line);padding-inline-start:10px;color:var(--faint)}
.bubble a{color:inherit;text-decoration:underline;text-underline-offset:2px}
.bubble hr{border:0;border-block-start:1px solid var(--line)}
.file{display:flex;flex-direction:column;gap:6px}.file img,.file video,.file audio{max-inline-size:100%;max-block-size:300px;border-radius:10px;object-fit:contain}.file a{display:flex;gap:6px;align-items:center}.file svg,.clip svg{width:19px;height:19px;flex:none}.clip{margin-block-end:3px}.clip[hidden]{display:none}.over{outline:2px dashed var(--bw-accent);outline-offset:-6px}progress{inline-size:100%;block-size:6px;accent-color:var(--bw-accent)}
.sources{display:flex;flex-wrap:wrap;gap:4px 6px;margin-block-start:5px;max-inline-size:100%}.source{border:1px solid var(--line);border-radius:9px;background:none;padding:2px 8px;font-size:12.5px;color:var(--faint);max-inline-size:100%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.source:hover,.source[aria-expanded=true]{color:var(--ink);background:var(--soft)}.passage{flex:1 0 100%;border-inline-start:3px solid var(--bw-accent);background:var(--soft);border-radius:4px 10px 10px 4px;padding:8px 11px;font-size:13.5px;max-block-size:240px;overflow:auto}.passage[hidden]{display:none}.passage p{margin:4px 0;white-space:pre-wrap;overflow-wrap:anywhere}.passage a{color:inherit;overflow-wrap:anywhere}.place{display:block;color:var(--faint);font-size:12.5px}
.choices{display:flex;flex-wrap:wrap;gap:8px;margin-block-start:4px}
.choice{border:1.5px solid var(--bw-accent);background:var(--bg);border-radius:18px;padding:7px 14px;font-weight:550;transition:background .12s}
.choice:hover{background:color-mix(in srgb,var(--bw-accent) 10%,var(--bg))}
.note{font-size:13px;color:var(--faint);text-align:center;padding:4px 0}
.failed{font-size:13px;color:var(--error);margin-block-start:3px}
.link{border:0;background:none;text-decoration:underline;padding:0;color:inherit}
.typing{display:inline-flex;gap:4px;padding:13px 14px}
.typing i{inline-size:7px;block-size:7px;border-radius:50%;background:var(--faint);animation:blink 1.2s infinite}
.typing i:nth-child(2){animation-delay:.18s}.typing i:nth-child(3){animation-delay:.36s}
@keyframes blink{0%,60%,100%{opacity:.25}30%{opacity:1}}
.banner{padding:8px 16px;font-size:13px;background:var(--soft);border-block-end:1px solid var(--line);color:var(--error)}
footer{padding:10px 12px 12px;border-block-start:1px solid var(--line)}
form{display:flex;flex-wrap:wrap;align-items:flex-end;gap:8px}.voice{flex:1 0 100%;font-size:13px;color:var(--faint)}.voice[role=alert]{color:var(--error)}[aria-pressed=true]{color:var(--error);background:var(--soft)}
form :is(textarea,[type=password]){flex:1;min-inline-size:0;resize:none;max-block-size:140px;min-block-size:42px;padding:10px 14px;border:1px solid var(--line);border-radius:21px;background:var(--soft);color:inherit;font:inherit;line-height:20px}
form :is(textarea,[type=password]):focus{outline:none;border-color:var(--bw-accent);box-shadow:0 0 0 1px var(--bw-accent)}
form ::placeholder{color:var(--faint);opacity:1}
.sendb{inline-size:42px;block-size:42px;border:0;border-radius:50%;background:var(--bw-accent);color:var(--bw-on-accent);display:grid;place-items:center;flex:none}
.sendb svg{width:20px;height:20px}
.sendb:disabled{background:var(--line);color:var(--faint);cursor:default}
[dir=rtl] .sendb svg{transform:scaleX(-1)}
.hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}
`
