// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Five rules, rates by campaign and by domain, in DuckDB: node duckdb.mjs EXPORT FOLDER [THREADS].
// Text is kept for the names, but everything joins and groups by 64-bit hashes of it, its fastest load.

import { DuckDBInstance } from '@duckdb/node-api';
import { agentPattern, readOptions, rules, Stages } from './options.mjs';

const { file, folder, threads } = readOptions();
const stages = new Stages();
const instance = await DuckDBInstance.create(':memory:', { threads });
const database = await instance.connect();
const run = (sql) => database.run(sql);
const text = (value) => `'${value.replaceAll("'", "''")}'`;

await run('SET preserve_insertion_order = false');

// Load: the nine columns as they are, the kinds as an enumeration, times as seconds.
const columns = ['event_id', 'event', 'email', 'campaign', 'url', 'ip', 'user_agent']
    .map((name) => `'${name}': 'VARCHAR'`)
    .concat(["'time': 'TIMESTAMP'", "'sent_at': 'TIMESTAMP'"]);
const order = ['event_id', 'time', 'event', 'email', 'campaign', 'url', 'ip', 'user_agent', 'sent_at'];
const typed = order.map((name) => columns.find((column) => column.startsWith(`'${name}'`))).join(', ');
await run(`
    CREATE TABLE events AS
    SELECT epoch(time)::INTEGER AS moment, event::ENUM ('sent', 'delivered', 'open', 'click') AS kind,
           email, campaign, user_agent, epoch(sent_at)::INTEGER AS sent_at,
           hash(email) AS who, hash(campaign) AS what, hash(url) AS link, hash(ip) AS place,
           hash(user_agent) AS agent,
           ip IS NOT NULL AS has_place
    FROM read_csv(${text(file)}, columns = {${typed}}, header = true, delim = ',', quote = '"', escape = '"',
                  auto_detect = false)`);
await run('CREATE TABLE recipients AS SELECT who, any_value(email) AS email FROM events GROUP BY who');
await run('CREATE TABLE campaigns AS SELECT what, any_value(campaign) AS campaign FROM events GROUP BY what');
stages.end('load');

// A message is what one campaign sent to one recipient.
await run(`
    CREATE TEMP TABLE messages AS
    SELECT who, what, min(CASE WHEN kind = 'sent' THEN moment ELSE sent_at END) AS sent_at,
           count(*) FILTER (kind = 'sent') AS sent
    FROM events GROUP BY who, what`);
await run(`
    CREATE TEMP TABLE actions AS
    SELECT row_number() OVER () AS id, moment, kind, who, what, link, place, agent, has_place,
           messages.sent_at
    FROM events JOIN messages USING (who, what) WHERE kind IN ('open', 'click')`);

/** Ids of the rows of a source that lie in a window of some seconds with so many different values. Keys that
    never have as many are left out first: the window function is the dear part. */
const crowded = (source, keys, value, { seconds, count }) => `
    WITH candidates AS (SELECT * FROM ${source}),
         busy AS (SELECT ${keys} FROM candidates GROUP BY ALL HAVING count(DISTINCT ${value}) >= ${count}),
         begins AS (
             SELECT id, ${keys}, moment,
                    count(DISTINCT ${value}) OVER (
                        PARTITION BY ${keys} ORDER BY moment
                        RANGE BETWEEN CURRENT ROW AND ${seconds} FOLLOWING) >= ${count} AS begins_one
             FROM candidates SEMI JOIN busy USING (${keys})),
         inside AS (
             SELECT id, bool_or(begins_one) OVER (
                        PARTITION BY ${keys} ORDER BY moment
                        RANGE BETWEEN ${seconds} PRECEDING AND CURRENT ROW) AS is_inside
             FROM begins)
    SELECT id FROM inside WHERE is_inside`;
const { burst, sharedAddress } = rules;
await run(`CREATE TEMP TABLE bursts AS ${crowded("(FROM actions WHERE kind = 'click')", 'who', 'link', {
    seconds: burst.seconds, count: burst.links })}`);
await run(`CREATE TEMP TABLE crowds AS ${crowded('(FROM actions WHERE has_place)', 'what, place', 'who', {
    seconds: sharedAddress.seconds, count: sharedAddress.recipients })}`);
await run(`
    CREATE TEMP TABLE robots AS
    SELECT agent FROM (SELECT agent, any_value(user_agent) AS name FROM events GROUP BY agent)
    WHERE regexp_matches(name, ${text(agentPattern)}, 'i')`);
await run(`
    CREATE TEMP TABLE judged AS
    SELECT who, what, kind,
           (coalesce(moment - sent_at < ${rules.fastSeconds}, false))::INTEGER
           + 2 * (bursts.id IS NOT NULL)::INTEGER
           + 4 * (robots.agent IS NOT NULL)::INTEGER
           + 8 * (crowds.id IS NOT NULL)::INTEGER
           + 16 * (kind = 'click' AND link = hash(${text(rules.hiddenLink)}))::INTEGER AS marks
    FROM actions LEFT JOIN bursts USING (id) LEFT JOIN crowds USING (id) LEFT JOIN robots USING (agent)`);
stages.end('rules');

await run(`
    CREATE TEMP TABLE results AS
    SELECT who, what, any_value(sent) AS sent,
           bool_or(kind = 'open')::INTEGER AS opened,
           bool_or(kind = 'open' AND marks = 0)::INTEGER AS opened_by_person,
           bool_or(kind = 'click')::INTEGER AS clicked,
           bool_or(kind = 'click' AND marks = 0)::INTEGER AS clicked_by_person
    FROM messages LEFT JOIN judged USING (who, what) GROUP BY who, what`);
const sums = ['sent', 'opened', 'opened_by_person', 'clicked', 'clicked_by_person']
    .map((name) => `coalesce(sum(${name}), 0)::BIGINT AS ${name}`).join(', ');
const rates = `*, coalesce(clicked * 1000000 // nullif(opened, 0), 0) AS ctor_ppm,
    coalesce(clicked_by_person * 1000000 // nullif(opened_by_person, 0), 0) AS ctor_of_people_ppm`;
const copy = (name, sql) => run(`COPY (${sql}) TO ${text(`${folder}/${name}.csv`)} (HEADER, DELIMITER ',')`);
await copy('campaigns', `
    SELECT ${rates} FROM (SELECT campaign, ${sums} FROM results JOIN campaigns USING (what) GROUP BY campaign)
    ORDER BY campaign`);
await copy('domains', `
    SELECT ${rates} FROM (
        SELECT split_part(email, '@', 2) AS domain, ${sums}
        FROM results JOIN recipients USING (who) GROUP BY domain)
    ORDER BY sent DESC, domain`);
await copy('rules', 'SELECT marks, count(*) AS events FROM judged GROUP BY marks ORDER BY marks');
stages.end('figures');
