// Compiles eiows, the other WebSocket engine that https://socket.io/docs/v4/performance-tuning/ names, for the Node that
// runs this, unless it is there. Its own script fetches all of Node's source, for one thing: to take the keys of a connection
// by TLS over from Node. The peer has no TLS, so that is left out, and Node's public headers are enough.
const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');

const eiows = path.join(__dirname, 'node_modules', 'eiows');
const withoutTls = [
  [/^#include "node\/src\/crypto\/crypto_tls\.h"$/m, ''],
  [/^using BaseObject[^]*?^};$/m, ''],
  [/^ *TLSWrapSSLGetter\* tw;[^]*?setSSL\(args\);$/m, '    args.GetReturnValue().SetNull();'],
];

function leaveTlsOut() {
  const header = path.join(eiows, 'nodejs', 'src', 'addon.h');
  let source = fs.readFileSync(header, 'utf8');
  for (const [part, instead] of withoutTls) {
    source = source.replace(part, instead);
  }
  fs.writeFileSync(header, source);
}

function compile() {
  const bin = path.dirname(process.execPath);
  const home = path.dirname(bin);
  // Where Node came without its headers, node-gyp fetches them.
  const headers = fs.existsSync(path.join(home, 'include', 'node', 'node.h')) ? [`--nodedir=${home}`] : [];
  const nodeGyp = require.resolve('node-gyp/bin/node-gyp.js');
  execFileSync(process.execPath, [nodeGyp, 'rebuild', ...headers], {
    cwd: eiows,
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
    stdio: 'pipe',
  });
}

if (!fs.existsSync(path.join(eiows, 'dist', `eiows_${process.version}.node`))) {
  try {
    leaveTlsOut();
    compile();
  } catch (failure) {
    const lines = String(failure.stderr || failure.message).trim().split('\n');
    const reason = lines.find((line) => /error|not found/i.test(line)) || lines[0];
    console.error(`chatroom: eiows can't be compiled, which takes python3, make and g++: ${reason}`);
    process.exit(1);
  }
}
