// Posts as fast as its window allows until the server is gone. node post.js URL
// Prints "token T" once, then "POSITION TEXT" for each acknowledged post.
import { connect, register } from "./chat.js";

const LOBBY = 1;
const WINDOW = 32;
const url = process.argv[2];
const { token } = await register(url, "poster");
console.log(`token ${token}`);
const socket = await connect(url, token);
let next = 0;

function send() {
  const text = `post-${String(next++).padStart(6, "0")};`;
  socket.emit("message:post", { room: LOBBY, text, key: text }, (answer) => {
    console.log(`${answer.position} ${text}`);
    send();
  });
}

socket.on("disconnect", () => process.exit(0));
for (let i = 0; i < WINDOW; i++) {
  send();
}
