# States: survfit() of several states with id and istate (Aalen-Johansen), and survcheck().

# The patients of `myeloid` by complete response, transplant, relapse and death, as in survival's vignette of competing risks, but with the
# later one of two events at the same time. A second set has three reversible states with late entry, weights and first states that
# differ; a third one rows that overlap, leave gaps, jump and teleport.
write_state_data <- function() {
  rows <- tmerge(myeloid[, c("id", "trt")], myeloid, id = id, death = event(futime, death), sct = event(txtime), cr = event(crtime),
                 relapse = event(rltime))
  state <- with(rows, ifelse(death == 1, 4, ifelse(relapse == 1, 3, ifelse(sct == 1, 2, ifelse(cr == 1, 1, 0)))))
  names <- c("none", "CR", "SCT", "relapse", "death")
  # No row but the last of a patient is without an event.
  now <- ave(state, rows$id, FUN = function(own) c(0, own[-length(own)]))
  write_data("myeloid", data.frame(id = rows$id, trt = rows$trt, start = rows$tstart, stop = rows$tstop, state = names[state + 1],
                                   now = c("(s0)", names[-1])[now + 1]))
  set.seed(19)
  names <- c("well", "ill", "frail", "dead")
  all <- do.call(rbind, lapply(1:90, function(id) {
    now <- sample(0:5, 1)
    current <- sample(1:3, 1, prob = c(0.7, 0.2, 0.1))
    weight <- round(runif(1, 0.4, 2), 2)
    own <- NULL
    repeat {
      stop <- now + sample(1:7, 1)
      to <- sample(c(0, setdiff(1:4, current)), 1, prob = c(0.25, 0.3, 0.3, 0.15))
      own <- rbind(own, data.frame(id = id, start = now, stop = stop, state = if (to == 0) "none" else names[to], istate = names[current],
                                   arm = c("a", "b")[1 + id %% 2], w = weight))
      if (to == 4 || stop > 18 || (to == 0 && runif(1) < 0.7)) break
      if (to > 0) current <- to
      now <- stop
    }
    own
  }))
  write_data("states", all)
  broken <- all
  for (row in sample(nrow(broken), 12)) broken$start[row] <- broken$start[row] - sample(1:3, 1)
  for (row in sample(nrow(broken), 12)) if (broken$start[row] + 1 < broken$stop[row]) broken$start[row] <- broken$start[row] + 1
  for (row in sample(nrow(broken), 20)) broken$istate[row] <- sample(names[1:3], 1)
  write_data("states-broken", broken[sample(nrow(broken)), ])
}

state_case <- function(name, data, formula, id = "id", istate = NULL, weights = NULL, start = NULL, type = "log", level = 0.95, tau = 10) {
  frame <- read_data(data)
  call <- list(quote(survfit), as.formula(formula), data = quote(frame), influence = TRUE, conf.type = type, conf.int = level)
  call$id <- as.name(id)
  if (!is.null(istate)) call$istate <- as.name(istate)
  if (!is.null(weights)) call$weights <- as.name(weights)
  if (!is.null(start)) call$start.time <- start
  fit <- eval(as.call(call))
  groups <- if (is.null(fit$strata)) c(all = length(fit$time)) else fit$strata
  ends <- cumsum(groups)
  list(name = name, data = data, formula = formula, istate = istate, weights = weights, start = start, confType = type, level = level,
       states = array_of(fit$states), tau = tau,
       curves = lapply(seq_along(groups), function(g) {
         rows <- seq(ends[g] - groups[g] + 1, ends[g])
         of <- function(field) if (is.matrix(fit[[field]])) fit[[field]][rows, , drop = FALSE] else matrix(fit[[field]][rows])
         # Some forty of the times, the first and the last among them.
         kept <- unique(round(seq(1, length(rows), length.out = 40)))
         influence <- if (is.list(fit$influence.pstate)) fit$influence.pstate[[g]] else fit$influence.pstate
         p0 <- if (is.matrix(fit$p0)) fit$p0[g, ] else fit$p0
         # The influences are those of a unit of weight, with a row for the start.
         unit <- if (is.null(weights)) 1 else frame[[weights]][match(dimnames(influence)[[1]], frame[[id]])]
         from <- if (is.null(start)) 0 else start
         steps <- diff(c(from, pmin(pmax(fit$time[rows], from), tau), tau))
         # Numbers censored are not compared: where first states are given R counts the rows that go on too, and no weights.
         list(group = group_names(names(groups)[g]), times = length(rows), time = array_of(fit$time[rows][kept]),
              states = lapply(seq_along(fit$states), function(s) list(
                initial = unname(p0[s]), atRisk = array_of(of("n.risk")[kept, s]), entries = array_of(of("n.event")[kept, s]),
                p = array_of(of("pstate")[kept, s]), se = array_of(of("std.err")[kept, s]),
                lower = array_of(of("lower")[kept, s]), upper = array_of(of("upper")[kept, s]),
                mean = sum(c(p0[s], of("pstate")[, s]) * steps),
                meanSe = sqrt(sum((unit * matrix(influence[, , s], nrow = dim(influence)[1]) %*% steps)^2)))))
       }))
}

check_case <- function(name, data, formula, istate = NULL) {
  frame <- read_data(data)
  call <- list(quote(survcheck), as.formula(formula), data = quote(frame), id = as.name("id"))
  if (!is.null(istate)) call$istate <- as.name(istate)
  check <- suppressWarnings(eval(as.call(call)))
  counts <- as.data.frame(check$transitions, stringsAsFactors = FALSE)
  counts <- counts[counts$Freq > 0, ]
  rows <- function(kind) array_of(check[[kind]]$row)
  list(name = name, data = data, formula = formula, istate = istate, states = array_of(check$states), n = as.list(check$n),
       flag = as.list(check$flag),
       transitions = lapply(seq_len(nrow(counts)), function(i) list(from = counts$from[i], to = counts$to[i], count = counts$Freq[i])),
       events = list(states = array_of(rownames(check$events)), times = array_of(as.numeric(colnames(check$events))),
                     counts = unname(check$events)),
       overlap = rows("overlap"), gap = rows("gap"), jump = rows("jump"), teleport = rows("teleport"))
}

states_content <- function() {
  cases <- list(
    state_case("myeloid by trt", "myeloid", "Surv(start, stop, state) ~ trt", tau = 730),
    state_case("myeloid, log-log", "myeloid", "Surv(start, stop, state) ~ 1", type = "log-log", level = 0.9, tau = 365),
    # Without the states of rows, survfit() of survival 3.5-3 forgets those that the rows before the start have led to.
    state_case("myeloid from 200", "myeloid", "Surv(start, stop, state) ~ 1", istate = "now", start = 200, tau = 500),
    state_case("states", "states", "Surv(start, stop, state) ~ 1", istate = "istate", tau = 12),
    state_case("states by arm, plain", "states", "Surv(start, stop, state) ~ arm", istate = "istate", type = "plain", tau = 12),
    state_case("states by arm, weights", "states", "Surv(start, stop, state) ~ arm", istate = "istate", weights = "w", tau = 12),
    state_case("mgus2 by sex", "mgus2", paste(mgus_response, "~ sex"), tau = 120))
  checks <- list(
    check_case("myeloid", "myeloid", "Surv(start, stop, state) ~ 1"),
    check_case("states", "states", "Surv(start, stop, state) ~ 1", "istate"),
    check_case("broken", "states-broken", "Surv(start, stop, state) ~ 1", "istate"),
    check_case("broken, no first states", "states-broken", "Surv(start, stop, state) ~ 1"),
    check_case("mgus2", "mgus2", paste(mgus_response, "~ 1")))
  list(session = session(), datasets = datasets_of(c(cases, checks)), cases = cases, checks = checks)
}
