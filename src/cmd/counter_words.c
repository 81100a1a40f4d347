/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/counter_words.h"

#include <inttypes.h>
#include <net/if.h>
#include <string.h>

#include <bsd/string.h>

#include "base/buf.h"
#include "base/nearest.h"
#include "base/number.h"
#include "cli/complete.h"
#include "cmd/counter_options.h"

#define DEV "dev"

static void spell_value(const struct counter_setting *setting, struct buf *ret)
{
	for (size_t i = 0; setting->choices && setting->choices[i]; i++)
		buf_printf(ret, "%s%s", i ? "|" : "", setting->choices[i]);
	if (!setting->choices)
		buf_puts(ret, "N");
}

static void spell_setting(const struct counter_setting *setting, struct buf *ret)
{
	buf_puts(ret, setting->is_required ? "" : "[");
	buf_printf(ret, "%s%s", setting->is_flag ? "--" : "", setting->word);
	if (!setting->is_flag) {
		buf_puts(ret, " ");
		spell_value(setting, ret);
	}
	buf_puts(ret, setting->is_required ? "" : "]");
}

void counter_words_synopsis(const struct counter *counter, struct buf *ret)
{
	const char *gap = "";

	if (counter->hook == HOOK_XDP) {
		buf_puts(ret, DEV " IF");
		gap = " ";
	}
	for (const struct counter_setting *s = counter->settings; s->word; s++) {
		buf_puts(ret, gap);
		spell_setting(s, ret);
		gap = " ";
	}
}

/* The message that is there, and the synopsis behind it. */
static int with_synopsis(const struct counter *counter, struct err *err)
{
	char why[sizeof(err->msg)];
	struct buf synopsis = { 0 };
	int r;

	strlcpy(why, err->msg, sizeof(why));
	counter_words_synopsis(counter, &synopsis);
	r = err_set(err, ERR_USAGE, "counter %s: %s; %s%s%s", counter->name, why,
		    synopsis.len ? "it takes '" : "it takes nothing", buf_str(&synopsis),
		    synopsis.len ? "'" : "");
	buf_done(&synopsis);
	return r;
}

static int refuse_word(const struct counter *counter, const char *word, struct err *err)
{
	struct nearest nearest = NEAREST(word);

	if (counter->hook == HOOK_XDP)
		nearest_offer(&nearest, DEV);
	for (const struct counter_setting *s = counter->settings; s->word; s++)
		if (!s->is_flag)
			nearest_offer(&nearest, s->word);
	if (nearest.best)
		return err_set(err, ERR_USAGE, "counter %s: there is no '%s'; did you mean '%s'?",
			       counter->name, word, nearest.best);
	if (!strcmp(word, DEV))
		err_set(err, ERR_USAGE, "it is on no interface");
	else
		err_set(err, ERR_USAGE, "does not know what to do with '%s'", word);
	return with_synopsis(counter, err);
}

static int take_choice(const struct counter_setting *setting, const char *word, uint64_t *ret,
		       struct err *err)
{
	struct buf choices = { 0 };

	for (size_t i = 0; setting->choices[i]; i++)
		if (!strcmp(setting->choices[i], word)) {
			*ret = i;
			return 0;
		}
	spell_value(setting, &choices);
	err_set(err, ERR_USAGE, "'%s' is %s, not '%s'", setting->word, buf_str(&choices), word);
	buf_done(&choices);
	return -ERR_USAGE;
}

static int take_value(const struct counter_setting *setting, const char *word, uint64_t *ret,
		      struct err *err)
{
	uint64_t value;

	if (setting->choices)
		return take_choice(setting, word, ret, err);
	if (number_could_be_octal(word))
		return err_set(err, ERR_USAGE, "'%s': '%s' " NUMBER_OCTAL, setting->word, word);
	if (number_u64(word, setting->max, &value) || value < setting->min)
		return err_set(err, ERR_USAGE,
			       "'%s' is a number from %" PRIu64 " to %" PRIu64 ", not '%s'",
			       setting->word, setting->min, setting->max, word);
	*ret = value;
	return 0;
}

static int missing(const struct counter *counter, const char *word, bool is_dev, struct err *err)
{
	err_set(err, ERR_USAGE, "'%s' needs %s behind it", word,
		is_dev ? "the name of an interface" : "a value");
	return with_synopsis(counter, err);
}

/* value: the word behind word, NULL where there is none. */
static int take_pair(const struct counter *counter, const char *word, const char *value,
		     struct counter_words *ret, struct err *err)
{
	bool is_dev = counter->hook == HOOK_XDP && !strcmp(word, DEV);
	size_t i = 0;
	int r = 0;

	while (counter->settings[i].word &&
	       (counter->settings[i].is_flag || strcmp(counter->settings[i].word, word)))
		i++;
	if (!is_dev && !counter->settings[i].word)
		return refuse_word(counter, word, err);
	if (!value)
		return missing(counter, word, is_dev, err);
	if (is_dev ? ret->dev != NULL : ret->is_given[i])
		return err_set(err, ERR_USAGE, "counter %s: '%s' is there twice", counter->name,
			       word);
	if (is_dev) {
		ret->dev = value;
	} else {
		r = take_value(&counter->settings[i], value, &ret->settings[i], err);
		ret->is_given[i] = true;
	}
	return r ? err_wrap(err, "counter %s", counter->name) : 0;
}

int counter_words_take(const struct counter *counter, int n, char *const *words,
		       const struct counter_options *options, struct counter_words *ret,
		       struct err *err)
{
	struct counter_words taken = { 0 };
	int r = 0;

	for (size_t i = 0; counter->settings[i].word; i++) {
		const struct counter_setting *setting = &counter->settings[i];

		taken.settings[i] = setting->initial;
		if (!setting->is_flag || !counter_option_given(options, setting->word))
			continue;
		taken.settings[i] = 1;
		taken.is_given[i] = true;
	}
	for (int i = 0; !r && i < n; i += 2)
		r = take_pair(counter, words[i], i + 1 < n ? words[i + 1] : NULL, &taken, err);
	if (!r)
		*ret = taken;
	return r;
}

int counter_words_check(const struct counter *counter, const struct counter_words *words,
			struct err *err)
{
	if (counter->hook == HOOK_XDP && !words->dev) {
		err_set(err, ERR_USAGE, "the interface is missing");
		return with_synopsis(counter, err);
	}
	for (size_t i = 0; counter->settings[i].word; i++) {
		if (!counter->settings[i].is_required || words->is_given[i])
			continue;
		err_set(err, ERR_USAGE, "'%s' is missing", counter->settings[i].word);
		return with_synopsis(counter, err);
	}
	return 0;
}

static void complete_value(const struct counter *counter, const char *word, struct buf *ret)
{
	struct if_nameindex *all = NULL;

	if (counter->hook == HOOK_XDP && !strcmp(word, DEV))
		all = if_nameindex();
	for (size_t i = 0; all && all[i].if_index; i++)
		complete_add(all[i].if_name, strlen(all[i].if_name), "", ret);
	if (all)
		if_freenameindex(all);
	for (const struct counter_setting *s = counter->settings; s->word; s++)
		for (size_t i = 0; !strcmp(s->word, word) && s->choices && s->choices[i]; i++)
			buf_printf(ret, "%s\n", s->choices[i]);
}

static bool is_given(const char *word, int n, char *const *words)
{
	for (int i = 0; i < n; i += 2)
		if (!strcmp(words[i], word))
			return true;
	return false;
}

void counter_words_complete(const struct counter *counter, int n, char *const *words,
			    struct buf *ret)
{
	if (n % 2) {
		complete_value(counter, words[n - 1], ret);
		return;
	}
	if (counter->hook == HOOK_XDP && !is_given(DEV, n, words))
		buf_puts(ret, DEV "\n");
	for (const struct counter_setting *s = counter->settings; s->word; s++)
		if (!s->is_flag && !is_given(s->word, n, words))
			buf_printf(ret, "%s\n", s->word);
}
