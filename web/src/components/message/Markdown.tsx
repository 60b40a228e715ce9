import type { Token, Tokens } from "marked";
import { memo, type ReactNode } from "react";
import { isOnlyEmoji } from "../../message/emoji";
import { linkable, parse } from "../../message/markdown";
import { isSame, parts } from "../../message/mention";
import { useLive } from "../live";

/** A message's text as elements; nothing in it ever becomes HTML by itself. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  if (isOnlyEmoji(text)) return <p className="only-emoji">{text.trim()}</p>;
  return <>{blocks(parse(text))}</>;
});

function blocks(tokens: readonly Token[]): ReactNode[] {
  return tokens.map((token, index) => <Block key={index} token={token as Tokens.Generic} />);
}

function Block({ token }: { token: Tokens.Generic }): ReactNode {
  switch (token.type) {
    case "space":
      return null;
    case "paragraph":
      return <p dir="auto">{inlines(token.tokens)}</p>;
    case "code":
      return (
        // A long line scrolls within its block, by keyboard too.
        <pre tabIndex={0}>
          <code>{token["text"] as string}</code>
        </pre>
      );
    case "blockquote":
      return <blockquote>{blocks(token.tokens ?? [])}</blockquote>;
    case "hr":
      return <hr />;
    case "list": {
      const list = token as unknown as Tokens.List;
      const items = list.items.map((item, index) => (
        <li key={index} dir="auto">
          {blocks(item.tokens)}
        </li>
      ));
      return list.ordered ? <ol start={list.start === "" ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case "checkbox":
      return token["checked"] === true ? "☑ " : "☐ ";
    case "text":
      return (
        <span dir="auto">
          {token.tokens ? inlines(token.tokens) : <Words text={token["text"] as string} />}
        </span>
      );
    default:
      return <p dir="auto">{token.raw}</p>;
  }
}

function inlines(tokens: readonly Token[] | undefined): ReactNode[] {
  return (tokens ?? []).map((token, index) => <Inline key={index} token={token as Tokens.Generic} />);
}

function Inline({ token }: { token: Tokens.Generic }): ReactNode {
  switch (token.type) {
    case "text":
    case "escape":
      return token.tokens ? inlines(token.tokens) : <Words text={token["text"] as string} />;
    case "strong":
      return <strong>{inlines(token.tokens)}</strong>;
    case "em":
      return <em>{inlines(token.tokens)}</em>;
    case "del":
      return <del>{inlines(token.tokens)}</del>;
    case "codespan":
      return <code>{token["text"] as string}</code>;
    case "br":
      return <br />;
    case "link": {
      const href = linkable(token["href"] as string);
      if (href === undefined) return token.raw;
      return (
        <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow ugc">
          {inlines(token.tokens)}
        </a>
      );
    }
    default:
      return token.raw;
  }
}

function Words({ text }: { text: string }): ReactNode {
  const { username } = useLive().account;
  return parts(text, username).map((part, index) => {
    if ("text" in part) return part.text;
    return (
      <span key={index} className={isSame(part.mention, username) ? "mention mention-me" : "mention"}>
        @{part.mention}
      </span>
    );
  });
}
