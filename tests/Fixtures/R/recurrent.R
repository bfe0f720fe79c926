# Recurrent events: coxph() on the rows of Andersen-Gill, Prentice-Williams-Peterson and Wei-Lin-Weissfeld, survfit() for the mean cumulative
# function, and Ghosh and Lin's mean with a terminal event, from the influences that survfit() gives.

# Their own copies of survival's data, since the samples have the rows of Wei, Lin and Weissfeld only.
write_recurrent_data <- function() {
  write_data("bladder1", bladder1[, c("id", "treatment", "number", "size", "start", "stop", "status")])
  write_data("bladder2", bladder2[, c("id", "rx", "number", "size", "start", "stop", "event")])
}

recurrent_read <- function(name) {
  frame <- read_data(name)
  if (!is.null(frame$start)) frame <- frame[frame$start < frame$stop, ]
  frame
}

# The rows of each model from a table of events that is in the order of subjects and times; `event` is 0 or 1.
recurrent_rows <- function(frame, kind, last = Inf, pool = Inf) {
  frame$before <- ave(frame$event, frame$id, FUN = function(e) cumsum(c(0, e[-length(e)])))
  frame$begin <- ave(frame$start, frame$id, FUN = function(s) s[1])
  frame$origin <- unlist(lapply(split(frame, frame$id)[as.character(unique(frame$id))], function(own) {
    times <- c(own$begin[1], own$stop[own$event == 1])
    times[own$before + 1]
  }))
  if (kind == "wlw") {
    most <- min(last, max(frame$before + frame$event))
    rows <- do.call(rbind, lapply(seq_len(most), function(k) {
      own <- frame[frame$before < k, ]
      own$event <- as.integer(own$event == 1 & own$before == k - 1)
      own$enum <- k
      own
    }))
  } else {
    rows <- frame[frame$before < last, ]
    rows$enum <- pmin(rows$before + 1, pool)
  }
  if (kind == "pwp-gap") {
    rows$stop <- rows$stop - rows$origin
    rows$start <- rows$start - rows$origin
  }
  rows
}

recurrent_case <- function(name, data, status, terms, kind, ties = "efron", last = Inf, pool = Inf, by_event = FALSE, weights = NULL) {
  frame <- recurrent_read(data)
  frame$event <- as.integer(eval(parse(text = status), frame))
  rows <- recurrent_rows(frame, kind, last, pool)
  right <- if (kind == "ag") terms else if (by_event) paste0("(", terms, ") * strata(enum)") else paste(terms, "+ strata(enum)")
  rows$case_weight <- if (is.null(weights)) 1 else rows[[weights]]
  fit <- coxph(as.formula(paste("Surv(start, stop, event) ~", right)), rows, weights = case_weight, cluster = id, ties = ties,
               control = coxph.control(eps = 2e-12, iter.max = 40))
  effects <- NULL
  if (by_event) {
    main <- names(coef(fit))[!grepl(":strata", names(coef(fit)))]
    numbers <- sort(unique(rows$enum))
    effects <- lapply(main, function(term) {
      places <- lapply(numbers, function(k) c(match(term, names(coef(fit))), match(paste0(term, ":strata(enum)enum=", k), names(coef(fit)))))
      contrast <- t(vapply(places, function(p) as.numeric(seq_along(coef(fit)) %in% p), numeric(length(coef(fit)))))
      value <- as.vector(contrast %*% coef(fit))
      variance <- contrast %*% vcov(fit) %*% t(contrast)
      weight <- solve(variance, rep(1, length(value)))
      average <- sum(weight * value) / sum(weight)
      list(term = term, coef = array_of(value), se = array_of(sqrt(diag(variance))), average = average, averageSe = sqrt(1 / sum(weight)),
           chiSquare = sum((value - average) * solve(variance, value - average)))
    })
  }
  list(name = name, data = data, formula = paste0("Surv(start, stop, ", status, ") ~ ", terms), kind = kind, ties = ties,
       last = if (is.finite(last)) last, pool = if (is.finite(pool)) pool, byEvent = by_event, weights = weights,
       coef = array_of(coef(fit)), se = array_of(sqrt(diag(fit$naive.var))), robustSe = array_of(sqrt(diag(fit$var))),
       loglik = list(null = fit$loglik[1], model = fit$loglik[2]), wald = fit$wald.test, effects = effects,
       byNumber = lapply(if (kind == "ag") 1 else sort(unique(rows$enum)), function(k) {
         own <- if (kind == "ag") rows else rows[rows$enum == k, ]
         list(subjects = length(unique(own$id)), events = sum(own$event))
       }))
}

recurrent_cases <- function() {
  cases <- list()
  add <- function(...) cases[[length(cases) + 1L]] <<- recurrent_case(...)
  for (kind in c("ag", "pwp-total", "pwp-gap", "wlw")) {
    add(paste("bladder2", kind), "bladder2", "event", "rx + size + number", kind)
    add(paste("bladder2, breslow", kind), "bladder2", "event", "rx + size + number", kind, ties = "breslow")
    add(paste("bladder1, last 4", kind), "bladder1", "status == 1", "treatment + number", kind, last = 4)
    add(paste("recurrent", kind), "recurrent", "event", "treated + dose", kind, last = 3, weights = "w")
    if (kind != "ag") add(paste("bladder2 by event", kind), "bladder2", "event", "rx + size + number", kind, ties = "breslow", by_event = TRUE)
  }
  add("bladder1, pool 3, total", "bladder1", "status == 1", "treatment + size", "pwp-total", pool = 3)
  add("bladder1, pool 3, gap", "bladder1", "status == 1", "treatment + size", "pwp-gap", pool = 3)
  add("bladder1, total by event", "bladder1", "status == 1", "treatment", "pwp-total", pool = 3, by_event = TRUE)
  cases
}

# One group: the mean, its influences by subject, and the numbers at risk, at the times at which its rows end.
mean_of_group <- function(frame, terminal) {
  frame$case_weight <- if (is.null(frame$case_weight)) 1 else frame$case_weight
  call <- function(what) survfit(as.formula(paste("Surv(start, stop,", what, ") ~ 1")), frame, id = id, cluster = id, weights = case_weight,
                                 influence = 3)
  events <- call("event")
  steps <- diff(c(0, events$cumhaz))
  own <- events$influence.chaz
  by_step <- own - cbind(0, own[, -ncol(own), drop = FALSE])
  before <- rep(1, length(steps))
  influence <- matrix(0, nrow(own), ncol(own))
  if (terminal) {
    death <- call("death")
    stopifnot(identical(death$time, events$time))
    before <- c(1, death$surv[-length(death$surv)])
    influence <- cbind(0, death$influence.surv[, -ncol(own), drop = FALSE])
  }
  increments <- by_step * rep(before, each = nrow(own)) + influence * rep(steps, each = nrow(own))
  list(time = events$time, atRisk = events$n.risk, events = events$n.event, mean = cumsum(before * steps), step = before * steps,
       increments = increments, se = sqrt(colSums(t(apply(increments, 1, cumsum))^2)), fit = events)
}

mean_case <- function(name, data, status, group, terminal = NULL, weights = NULL, test = TRUE) {
  frame <- recurrent_read(data)
  values <- eval(parse(text = status), frame)
  frame$event <- as.integer(if (is.null(terminal)) values else !values %in% c(levels(values)[1], terminal))
  frame$death <- as.integer(values %in% terminal)
  frame$case_weight <- if (is.null(weights)) 1 else frame[[weights]]
  frame$group <- if (is.null(group)) factor("all") else factor(frame[[group]])
  fits <- lapply(split(frame, frame$group), mean_of_group, terminal = !is.null(terminal))
  if (is.null(terminal)) for (fit in fits) stopifnot(all.equal(fit$se, fit$fit$std.chaz, tolerance = 1e-10))
  list(name = name, data = data, formula = paste0("Surv(start, stop, ", status, ") ~ ", if (is.null(group)) "1" else group),
       terminal = if (!is.null(terminal)) array_of(terminal), weights = weights,
       curves = lapply(names(fits), function(g) list(
         group = if (is.null(group)) "all" else paste0(group, "=", g), time = array_of(fits[[g]]$time), atRisk = array_of(fits[[g]]$atRisk),
         mean = array_of(fits[[g]]$mean), se = array_of(fits[[g]]$se))),
       test = if (test && !is.null(group)) mean_test(frame, fits, terminal))
}

# Without terminal events the robust score test of coxph(); with them Ghosh and Lin's, written out over the times of all groups.
mean_test <- function(frame, fits, terminal) {
  groups <- length(fits)
  if (is.null(terminal)) {
    fit <- coxph(Surv(start, stop, event) ~ group, frame, weights = case_weight, cluster = id, ties = "breslow")
    return(list(chiSquare = as.numeric(fit$rscore), df = groups - 1))
  }
  times <- sort(unique(frame$stop))
  at <- function(values, fit) { all <- numeric(length(times)); all[match(fit$time, times)] <- values; all }
  risk <- vapply(levels(frame$group), function(g) vapply(times, function(s) with(
    frame[frame$group == g, ], sum(case_weight[start < s & stop >= s])), 0), numeric(length(times)))
  steps <- vapply(fits, function(fit) at(fit$step, fit), numeric(length(times)))
  pooled <- rowSums(risk * steps) / rowSums(risk)
  difference <- colSums(risk * (steps - pooled))
  variance <- matrix(0, groups, groups)
  for (h in seq_len(groups)) {
    by_subject <- vapply(seq_len(groups), function(g) {
      multiple <- risk[, g] * ((g == h) - risk[, h] / rowSums(risk))
      as.vector(fits[[h]]$increments %*% multiple[match(fits[[h]]$time, times)])
    }, numeric(nrow(fits[[h]]$increments)))
    variance <- variance + crossprod(by_subject)
  }
  list(chiSquare = sum(difference[-1] * solve(variance[-1, -1, drop = FALSE], difference[-1])), df = groups - 1)
}

# recurrentMarginal() of mets has the same mean where no times are tied, and at the last time nearly the same error, which is Ghosh and
# Lin's with n for n - d.
check_with_mets <- function() {
  suppressPackageStartupMessages(library(mets))
  frame <- recurrent_read("bladder1")
  frame$stop <- frame$stop + frame$id / 1000
  frame$start <- ifelse(frame$start > 0, frame$start + frame$id / 1000, 0)
  frame$event <- as.integer(frame$status == 1)
  frame$death <- as.integer(frame$status > 1)
  theirs <- recurrentMarginal(phreg(Surv(start, stop, event) ~ cluster(id), data = frame),
                              phreg(Surv(start, stop, death) ~ cluster(id), data = frame))
  ours <- mean_of_group(frame, TRUE)
  stopifnot(all.equal(stepfun(ours$time, c(0, ours$mean))(theirs$times), as.vector(theirs$mu), tolerance = 1e-8))
  last <- length(theirs$times)
  stopifnot(abs(stepfun(ours$time, c(0, ours$se))(theirs$times)[last] / as.vector(theirs$se.mu)[last] - 1) < 0.02)
}

mean_cases <- function() {
  check_with_mets()
  cases <- list()
  add <- function(...) cases[[length(cases) + 1L]] <<- mean_case(...)
  status <- "factor(status)"
  add("bladder2", "bladder2", "event", NULL)
  add("bladder2 by rx", "bladder2", "event", "rx")
  add("bladder1 by treatment", "bladder1", "status == 1", "treatment")
  add("recurrent by clinic", "recurrent", "event", "clinic", test = FALSE)
  add("recurrent by clinic, weights", "recurrent", "event", "clinic", weights = "w", test = FALSE)
  add("bladder1, terminal", "bladder1", status, NULL, terminal = c("2", "3"))
  add("bladder1 by treatment, terminal", "bladder1", status, "treatment", terminal = c("2", "3"))
  add("bladder1 by treatment, terminal, weights", "bladder1", status, "treatment", terminal = c("2", "3"), weights = "number")
  cases
}

recurrent_content <- function() {
  cases <- recurrent_cases()
  means <- mean_cases()
  list(session = session(), datasets = datasets_of(c(cases, means)), cases = cases, means = means)
}
