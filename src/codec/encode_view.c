/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What a view shows, taken back. */
#include <stdio.h>
#include <string.h>

#include "codec/encode_parts.h"
#include "codec/view.h"
#include "codec/view_parts.h"
#include "codec/wide.h"

static bool takes_numbers(const struct laid_view *laid)
{
	return laid->view->flags & VIEW_NUMBER || laid->is_whole;
}

static int refuse(struct encode *e, const struct step *step, const struct given *given)
{
	const struct laid_view *laid = step->view;
	const struct view *view = laid->view;
	char range[80] = "", takes[200];

	if (view->flags & VIEW_TEXT)
		snprintf(range, sizeof(range), " of %u byte%s at most", laid->size,
			 laid->size == 1 ? "" : "s");
	else if (takes_numbers(laid) && laid->size <= 8)
		snprintf(range, sizeof(range), "%s%lld to %llu", view->takes ? ", or " : "",
			 laid->is_signed ? (long long)(INT64_MIN >> (64 - 8 * laid->size)) : 0,
			 (unsigned long long)(UINT64_MAX >>
					      (64 - 8 * laid->size + laid->is_signed)));
	else if (!view->takes)
		snprintf(range, sizeof(range), "%s%u hex digits", laid->is_whole ? "0x and " : "",
			 2 * laid->size);
	snprintf(takes, sizeof(takes), "%s%s", view->takes ? view->takes : "", range);
	return encode_misfit(e, step, given, takes);
}

static bool take(const struct laid_view *laid, const struct given *given, uint8_t *bytes)
{
	const struct view *view = laid->view;
	_cleanup_(buf_done) struct buf text = { 0 };
	bool is_string;

	if (given->kind == GIVEN_BOOL || given->kind == GIVEN_NULL)
		return false;
	if (given->kind == GIVEN_NUMBER && (view->flags & VIEW_TEXT || !takes_numbers(laid)))
		return false;
	given_bytes(given, &text);
	is_string = strlen(buf_str(&text)) == text.len;
	if (is_string && view->flags & VIEW_NUMBER && view_take_number(laid, buf_str(&text), bytes))
		return true;
	return view->take && (is_string || view->flags & VIEW_TEXT) &&
	       view->take(laid, buf_str(&text), text.len, bytes);
}

int encode_view(struct encode *e, struct target to, const struct given *given)
{
	const struct laid_view *laid = to.step->view;
	_cleanup_free_ uint8_t *bytes = mem_try_array(1, laid->size);

	if (!bytes)
		return err_sys(e->err, "room for %u bytes", laid->size);
	if (!take(laid, given, bytes))
		return refuse(e, to.step, given);
	return encode_put(e, to.at, bytes, NULL, laid->size);
}
