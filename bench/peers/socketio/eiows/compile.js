// Compiles eiows, the other WebSocket engine that https://socket.io/docs/v4/performance-tuning/ names, for the Node that
// runs this, unless it can be loaded. Its own script fetches all of Node's source, for one thing: to take the keys of a
// connection by TLS over from Node. The peer has no TLS, so that is left out, and Node's public headers are enough.
const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');

const eiows = path.join(__dirname, 'node_modules', 'eiows');
const log = path.join(eiows, 'build_log.txt');
const withoutTls = [
  [/^#include "node\/src\/crypto\/crypto_tls\.h"$/m, '// without TLS'],
  [/^using BaseObject[^]*?^};$/m, ''],
  [/^ *TLSWrapSSLGetter\* tw;[^]*?setSSL\(args\);$/m, '    args.GetReturnValue().SetNull();'],
];

function leaveTlsOut() {
  const header = path.join(eiows, 'nodejs', 'src', 'addon.h');
  let source = fs.readFileSync(header, 'utf8');
  if (source.includes(withoutTls[0][1])) {
    return;
  }
  for (const [part, instead] of withoutTls) {
    if (!part.test(source)) {
      throw new Error(`${header} is not the one that is known: ${part}`);
    }
    source = source.replace(part, instead);
  }
  fs.writeFileSync(`${header}.new`, source);
  fs.renameSync(`${header}.new`, header);
}

/** For npm, as variables; where Node came without its headers, they are fetched. */
function headersBesideNode() {
  const home = path.dirname(path.dirname(process.execPath));
  try {
    const version = fs.readFileSync(path.join(home, 'include', 'node', 'node_version.h'), 'utf8');
    const numbers = ['MAJOR', 'MINOR', 'PATCH'].map((part) => version.match(`NODE_${part}_VERSION (\\d+)`)[1]);
    return numbers.join('.') === process.versions.node ? { npm_config_nodedir: home } : {};
  } catch {
    return {};
  }
}

function compile() {
  console.error('chatroom: compiling eiows');
  fs.rmSync(log, { force: true });
  leaveTlsOut();
  // Of its scripts this one alone, for the one before it fetches Node's source.
  const env = { ...process.env, ...headersBesideNode() };
  execFileSync('npm', ['run', 'install', '--ignore-scripts'], { cwd: eiows, env, stdio: 'pipe' });
  require('./engine');
}

function reason(failure) {
  try {
    const lines = fs.readFileSync(log, 'utf8').split('\n');
    return lines.find((line) => /error:|not found|No such file|find Python/.test(line)) || failure.message;
  } catch {
    return failure.message;
  }
}

try {
  require('./engine');
} catch (missing) {
  try {
    if (missing.isOfNode) {
      throw missing;
    }
    compile();
  } catch (failure) {
    console.error(
      failure.isOfNode
        ? `chatroom: ${failure.message}`
        : `chatroom: eiows can't be compiled, which takes python3, make, g++ and Node's headers: ${reason(failure)}`,
    );
    process.exit(1);
  }
}
