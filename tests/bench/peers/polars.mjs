// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The same as duckdb.mjs in Polars, with text as categories: node polars.mjs EXPORT FOLDER [THREADS].

import { agentPattern, readOptions, rules, Stages } from './options.mjs';

const { file, folder, threads } = readOptions();
process.env.POLARS_MAX_THREADS = threads; // before Polars is loaded
const { default: pl } = await import('nodejs-polars');
const stages = new Stages();
const { col, lit, when } = pl;

// Asked for milliseconds, it gives microseconds.
const seconds = (name) => col(name).str.strptime(pl.Datetime('ms'), '%Y-%m-%dT%H:%M:%SZ').cast(pl.Int64)
    .div(lit(1000000)).cast(pl.Int64);
const events = pl.scanCSV(file, { inferSchemaLength: 0 })
    .select(seconds('time').alias('moment'), seconds('sent_at').alias('sent_at'),
        ...['event', 'email', 'campaign', 'url', 'ip', 'user_agent']
            .map((name) => col(name).cast(pl.Categorical)))
    .collectSync();
stages.end('load');

const message = ['email', 'campaign'];
const isSent = col('event').eq(lit('sent'));
const isOpen = col('event').eq(lit('open'));
const isClick = col('event').eq(lit('click'));
const number = (expression) => expression.cast(pl.Int64);

const messages = events.lazy().groupBy(message)
    .agg(when(isSent).then(col('moment')).otherwise(col('sent_at')).min().alias('first_sent'),
        number(isSent.sum()).alias('sent'))
    .collectSync();
const plainActions = events.lazy().filter(isOpen.or(isClick)).drop('sent_at')
    .join(messages.lazy().select(...message, 'first_sent'), { on: message, how: 'left' })
    .collectSync();
const actions = plainActions.withColumn(pl.intRange(0, plainActions.height, 1).alias('id'));

/** Ids of the rows that lie in a window of some seconds with so many different values, with a column named by
    the mark. Keys that never have as many are left out first. */
const crowded = (rows, keys, value, { count, span }, mark) => {
    const busy = rows.groupBy(keys).agg(col(value).nUnique().alias('values'))
        .filter(col('values').gtEq(lit(count))).select(...keys);
    const candidates = rows.join(busy, { on: keys, how: 'semi' }).sort([...keys, 'moment']);
    const begins = candidates
        .groupByRolling({
            indexColumn: 'moment', by: keys, period: `${span + 1}i`, offset: '-1i', closed: 'right' })
        .agg(col(value).nUnique().gtEq(lit(count)).alias('begins_one'));
    const inside = begins.unique().sort([...keys, 'moment'])
        .groupByRolling({ indexColumn: 'moment', by: keys, period: `${span}i`, closed: 'both' })
        .agg(col('begins_one').max().alias('is_inside'))
        .filter(col('is_inside')).select(...keys, 'moment').unique();
    return candidates.join(inside, { on: [...keys, 'moment'], how: 'semi' }).select('id')
        .withColumn(lit(1).cast(pl.Int64).alias(mark)).lazy();
};
const { burst, sharedAddress } = rules;
const bursts = crowded(actions.filter(isClick), ['email'], 'url',
    { count: burst.links, span: burst.seconds }, 'in_burst');
const crowds = crowded(actions.filter(col('ip').isNotNull()), ['campaign', 'ip'], 'email',
    { count: sharedAddress.recipients, span: sharedAddress.seconds }, 'in_crowd');
const robots = actions.select('user_agent').unique()
    .withColumn(number(col('user_agent').cast(pl.Utf8).str.contains(`(?i)${agentPattern}`)).alias('is_robot'))
    .lazy();
const mark = (expression, value) => number(expression.fillNull(lit(0))).mul(lit(value));
const judged = actions.lazy()
    .join(bursts, { on: 'id', how: 'left' }).join(crowds, { on: 'id', how: 'left' })
    .join(robots, { on: 'user_agent', how: 'left' })
    .withColumn(mark(number(col('moment').sub(col('first_sent')).lt(lit(rules.fastSeconds))), 1)
        .add(mark(col('in_burst'), 2)).add(mark(col('is_robot'), 4)).add(mark(col('in_crowd'), 8))
        .add(mark(number(isClick.and(col('url').eq(lit(rules.hiddenLink)))), 16))
        .cast(pl.Int64).alias('marks'))
    .select(...message, 'event', 'marks').collectSync();
stages.end('rules');

const isPerson = col('marks').eq(lit(0));
const counts = ['opened', 'opened_by_person', 'clicked', 'clicked_by_person'];
const conditions = [isOpen, isOpen.and(isPerson), isClick, isClick.and(isPerson)];
const byMessage = judged.lazy().groupBy(message)
    .agg(...conditions.map((condition, place) => number(condition.max()).alias(counts[place])));
const results = messages.lazy().join(byMessage, { on: message, how: 'left' })
    .withColumns(...counts.map((name) => number(col(name).fillNull(lit(0))))).collectSync();
const ppm = (part, whole, name) => when(col(whole).gt(lit(0)))
    .then(col(part).mul(lit(1000000)).div(col(whole)).floor()).otherwise(lit(0)).cast(pl.Int64).alias(name);
const rated = (rows, key) => rows.groupBy(key).agg(...['sent', ...counts].map((name) => col(name).sum()))
    .withColumns(ppm('clicked', 'opened', 'ctor_ppm'),
        ppm('clicked_by_person', 'opened_by_person', 'ctor_of_people_ppm'));

rated(results, 'campaign').withColumn(col('campaign').cast(pl.Utf8)).sort('campaign')
    .writeCSV(`${folder}/campaigns.csv`);
rated(results.withColumn(col('email').cast(pl.Utf8).str.extract('@(.*)$', 1).alias('domain')), 'domain')
    .sort(['sent', 'domain'], [true, false]).writeCSV(`${folder}/domains.csv`);
judged.groupBy('marks').agg(pl.len().alias('events')).sort('marks').writeCSV(`${folder}/rules.csv`);
stages.end('figures');
