// eiows, where it works: on Node 26 it takes 8 seconds for what it has in milliseconds on 20 and 24.
const LAST_MAJOR = 24;

if (Number(process.versions.node.split('.')[0]) > LAST_MAJOR) {
  const failure = new Error(`eiows 9.2.0 stalls on Node 26; it is measured on Node ${LAST_MAJOR} or older`);
  failure.isOfNode = true;
  throw failure;
}

module.exports = require('./node_modules/eiows');
