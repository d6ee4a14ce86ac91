/** `node dist/write-schema.js FILE`: writes the JSON Schema of the language, from the same source as the validation. */
import { writeFileSync } from 'node:fs';
import { jsonSchema } from '../model/index.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: write-schema FILE\n');
  process.exitCode = 64;
} else {
  writeFileSync(file, `${JSON.stringify(jsonSchema(), null, 2)}\n`);
}
