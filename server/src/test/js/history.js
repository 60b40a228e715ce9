// Prints "POSITION TEXT" for each message of the lobby. node history.js URL TOKEN
import { history } from "./chat.js";

try {
  const { messages } = await history(process.argv[2], process.argv[3], 1);
  messages.forEach(({ id, text }) => console.log(`${id} ${text}`));
} catch (error) {
  console.log(String(error));
  process.exitCode = 1;
}
