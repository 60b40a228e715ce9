package chatroom.http;

/** Whose word counts: of which proxies for where a request comes from, of which pages for what a browser may do. */
public record Trust(TrustedProxies proxies, Origins origins) {}
