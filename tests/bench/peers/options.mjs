// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { mkdirSync, readFileSync } from 'node:fs';

/** The rules that both peers apply; see README.md. */
export const rules = JSON.parse(readFileSync(new URL('rules.json', import.meta.url), 'utf8'));

/** A regular expression for any of the user agents, which hold no other special characters than these. */
export const agentPattern = rules.agents.map((text) => text.replace(/[.+/-]/g, '\\$&')).join('|');

/** PEER EXPORT FOLDER [THREADS]: what the command line says. Ends the program where it says nothing. */
export function readOptions() {
    const [, program, file, folder, threads = '2'] = process.argv;
    if (!folder) {
        console.error(`usage: node ${program} EXPORT FOLDER [THREADS]`);
        process.exit(2);
    }
    mkdirSync(folder, { recursive: true });
    return { file, folder, threads };
}

/** Prints how long each stage took, on the stream that is no output. */
export class Stages {
    #begin = process.hrtime.bigint();

    end(name) {
        const now = process.hrtime.bigint();
        console.error(`${name} ${(Number(now - this.#begin) / 1e9).toFixed(3)} s`);
        this.#begin = now;
    }
}
