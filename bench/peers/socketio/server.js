// An echo and a broadcast server, set up as https://socket.io/docs/v4/performance-tuning/ advises: bufferutil is
// installed, compression is off (the default), the first request of a connection is let go. Arguments: the port, and
// `eiows` for that engine in place of ws.
const { createServer } = require('http');
const { Server } = require('socket.io');

require('bufferutil');

const http = createServer();
const options = { perMessageDeflate: false, httpCompression: false, serveClient: false };
if (process.argv[3] === 'eiows') {
  options.wsEngine = require('./eiows/engine').Server;
}
const io = new Server(http, options);
io.engine.on('connection', (connection) => {
  connection.request = null;
});

io.on('connection', (socket) => {
  socket.join('room');
  socket.on('echo', (text, ack) => ack(text));
  socket.on('join', (room, ack) => {
    socket.join(room);
    ack();
  });
  socket.on('post-to', (room, text, ack) => {
    io.to(room).emit('post', text);
    ack();
  });
  socket.on('post', (text, ack) => {
    io.to('room').emit('post', text);
    ack();
  });
});

// Collects garbage when asked, so that resident memory can be compared.
process.on('SIGUSR2', () => {
  global.gc();
  global.gc();
});

http.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 });
