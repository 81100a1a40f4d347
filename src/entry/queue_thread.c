/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "entry/cpu_halves.h"
#include "entry/queue_chunk.h"

#define STACK_BYTES (256 * 1024)

struct queue_thread {
	pthread_t thread;
	struct cpu_halves cpus;
	pthread_mutex_t lock;
	pthread_cond_t turned;	   /* of all below */
	struct queue_chunk *chunk; /* being written; NULL: none */
	bool is_busy;		   /* from start to wait: only its owner looks at it */
	bool is_stopping;
	int r;
	struct err err; /* of r */
};

static void *thread_run(void *context)
{
	struct queue_thread *thread = context;

	cpu_halves_cross(&thread->cpus);
	pthread_mutex_lock(&thread->lock);
	while (!thread->is_stopping) {
		struct queue_chunk *chunk = thread->chunk;
		int r;

		if (!chunk) {
			pthread_cond_wait(&thread->turned, &thread->lock);
			continue;
		}
		pthread_mutex_unlock(&thread->lock);
		r = queue_chunk_write(chunk, &thread->err);
		pthread_mutex_lock(&thread->lock);
		thread->r = r;
		thread->chunk = NULL;
		pthread_cond_broadcast(&thread->turned);
	}
	pthread_mutex_unlock(&thread->lock);
	return NULL;
}

/* Signals stay with the thread that was there before. */
static int thread_create(struct queue_thread *thread)
{
	sigset_t all, before;
	pthread_attr_t attr;
	int r;

	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, STACK_BYTES);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	r = pthread_create(&thread->thread, &attr, thread_run, thread);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	pthread_attr_destroy(&attr);
	return r;
}

static void thread_done(struct queue_thread *thread)
{
	cpu_halves_join(&thread->cpus);
	pthread_cond_destroy(&thread->turned);
	pthread_mutex_destroy(&thread->lock);
	free(thread);
}

struct queue_thread *queue_thread_new(void)
{
	struct queue_thread *thread = mem_zero(sizeof(*thread));

	pthread_mutex_init(&thread->lock, NULL);
	pthread_cond_init(&thread->turned, NULL);
	cpu_halves_split(&thread->cpus);
	if (thread->cpus.is_split && !thread_create(thread))
		return thread;
	thread_done(thread);
	return NULL;
}

struct queue_thread *queue_thread_free(struct queue_thread *thread)
{
	if (!thread)
		return NULL;
	pthread_mutex_lock(&thread->lock);
	thread->is_stopping = true;
	pthread_cond_broadcast(&thread->turned);
	pthread_mutex_unlock(&thread->lock);
	pthread_join(thread->thread, NULL);
	thread_done(thread);
	return NULL;
}

void queue_thread_start(struct queue_thread *thread, struct queue_chunk *chunk)
{
	pthread_mutex_lock(&thread->lock);
	thread->chunk = chunk;
	thread->is_busy = true;
	pthread_cond_broadcast(&thread->turned);
	pthread_mutex_unlock(&thread->lock);
}

bool queue_thread_is_busy(const struct queue_thread *thread)
{
	return thread->is_busy;
}

int queue_thread_wait(struct queue_thread *thread, struct err *err)
{
	pthread_mutex_lock(&thread->lock);
	while (thread->chunk)
		pthread_cond_wait(&thread->turned, &thread->lock);
	pthread_mutex_unlock(&thread->lock);
	thread->is_busy = false;
	if (thread->r < 0)
		*err = thread->err;
	return thread->r;
}
