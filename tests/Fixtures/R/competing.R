# Competing risks: survfit() of a factor status (Aalen-Johansen), cuminc() of cmprsk (Gray's test), finegray() with coxph().

# Weights, delayed entry, heavy ties, three causes, strata with a group missing, clusters; the last of group 2 has an event.
simulate_competing <- function() {
  set.seed(111)
  n <- 180
  x <- round(rnorm(n), 2)
  arm <- sample(c("control", "low", "high"), n, TRUE)
  centre <- sample(1:4, n, TRUE)
  z <- rbinom(n, 1, 0.4)
  entry <- ifelse(runif(n) < 0.4, 0, floor(runif(n, 0, 6)))
  first <- rexp(n, 0.05 * exp(0.5 * x - 0.4 * (arm == "high")))
  second <- rexp(n, 0.04 * exp(-0.3 * x + 0.5 * z))
  third <- rexp(n, 0.015)
  censor <- runif(n, 4, 40)
  time <- pmin(first, second, third, censor)
  status <- ifelse(time == first, 1, ifelse(time == second, 2, ifelse(time == third, 3, 0)))
  exit <- entry + ceiling(time)
  status[which(arm == "high")[which.max(exit[arm == "high"])]] <- 2
  data.frame(entry, exit, time = ceiling(time), status, arm, centre, x, z, w = round(runif(n, 0.3, 2.5), 2),
             k = sample(1:3, n, TRUE), clinic = sample(1:30, n, TRUE), id = seq_len(n),
             outcome = c("alive", "relapse", "death", "other")[status + 1])
}

mgus_response <- paste0("Surv(ifelse(pstat == 1, ptime, futime), factor(ifelse(pstat == 1, 1, 2 * death), levels = c(0, 1, 2), ",
                        "labels = c(\"censor\", \"pcm\", \"death\")))")

competing_fit <- function(formula, data, weights, cluster, truncated, ...) {
  call <- list(quote(survfit), as.formula(formula), data = quote(data), ...)
  if (!is.null(weights)) call$weights <- as.name(weights)
  if (!is.null(cluster)) call$cluster <- as.name(cluster)
  if (truncated) call$id <- quote(id)
  eval(as.call(call))
}

# The standard error of the area under a state's probability, from the influences: survmean2() of survival 3.5-3 applies its steps of
# time to influences that also have a row for the start, and so to the wrong times.
# Its influences are those of a unit of weight.
area_error <- function(influence, time, tau, state, weight) {
  if (dim(influence)[2] == length(time) + 1L) influence <- influence[, -1L, , drop = FALSE]
  stopifnot(dim(influence)[2] == length(time))
  steps <- diff(c(pmin(time, tau), max(tau, 0)))[seq_along(time)]
  steps[time >= tau] <- 0
  sqrt(sum((weight * matrix(influence[, , state], ncol = length(time)) %*% steps)^2))
}

# A limit that falls again after it has crossed a level: the first crossing counts, where quantile() sorts.
rising <- function(limit) {
  limit[!is.na(limit)] <- cummax(limit[!is.na(limit)])
  limit
}

# The place of each row's group, of one variable.
group_codes <- function(formula, frame) {
  variables <- model.frame(as.formula(formula), frame)
  if (ncol(variables) > 1L) as.integer(factor(variables[[2L]])) else rep(1L, nrow(variables))
}

# Where all at risk have an event the survival is 0, and not what rounding of sums of weights leaves of it.
with_exact_zeros <- function(fit) {
  rounding <- fit$pstate[, 1L] != 0 & abs(fit$pstate[, 1L]) < 1e-13
  fit$pstate[rounding, 1L] <- fit$std.err[rounding, 1L] <- 0
  limits <- survival:::survfit_confint(fit$pstate, fit$std.err, logse = FALSE, fit$conf.type, fit$conf.int)
  fit$lower <- limits$lower
  fit$upper <- limits$upper
  fit
}

# survfit() of survival 3.5-3 counts rows here, whatever their weights; of two states, and in later versions, it sums weights.
with_weighted_counts <- function(fit, formula, frame, weights) {
  if (is.null(weights)) return(fit)
  variables <- model.frame(as.formula(formula), frame)
  response <- unclass(variables[[1L]])
  end <- response[, ncol(response) - 1L]
  start <- if (ncol(response) == 3L) response[, 1L] else rep(-Inf, nrow(response))
  status <- response[, ncol(response)]
  group <- group_codes(formula, frame)
  curve <- if (is.null(fit$strata)) rep(1L, length(fit$time)) else rep(seq_along(fit$strata), fit$strata)
  sum_of <- function(chosen) sum(frame[[weights]][chosen])
  for (i in seq_along(fit$time)) {
    at <- group == curve[i] & end == fit$time[i]
    fit$n.risk[i, 1L] <- sum_of(group == curve[i] & start < fit$time[i] & end >= fit$time[i])
    fit$n.censor[i] <- sum_of(at & status == 0)
    for (state in seq_along(attr(response, "states"))) fit$n.event[i, state + 1L] <- sum_of(at & status == state)
  }
  fit
}

# survfit() of survival 3.5-3 takes no notice of clusters here: its influences, of single rows, are summed.
with_clusters <- function(fit, cluster) {
  stopifnot(is.null(fit$strata))
  summed <- function(slice) rowsum(slice, cluster)
  influence <- fit$influence.pstate[, -1L, , drop = FALSE]
  fit$influence.pstate <- aperm(simplify2array(lapply(seq_along(fit$states), function(state) summed(influence[, , state]))), c(1, 2, 3))
  fit$std.err <- sapply(seq_along(fit$states), function(state) sqrt(colSums(fit$influence.pstate[, , state]^2)))
  fit
}

incidence_case <- function(name, data, formula, weights = NULL, cluster = NULL, type = "log", level = 0.95,
                           tau = NULL, truncated = FALSE) {
  frame <- read_data(data)
  fit <- competing_fit(formula, frame, weights, cluster, truncated, conf.type = type, conf.int = level, influence = TRUE)
  fit <- with_weighted_counts(fit, formula, frame, weights)
  if (!is.null(cluster)) fit <- with_clusters(fit, frame[[cluster]])
  fit <- with_exact_zeros(fit)
  several <- !is.null(fit$strata)
  groups <- if (several) names(fit$strata) else "all"
  sizes <- if (several) fit$strata else length(fit$time)
  curves <- lapply(seq_along(groups), function(g) {
    rows <- seq(sum(sizes[seq_len(g - 1L)]) + 1L, length.out = sizes[g])
    causes <- setdiff(fit$states, "(s0)")
    censored <- if (is.matrix(fit$n.censor)) rowSums(fit$n.censor) else fit$n.censor
    ends <- rows[rowSums(fit$n.event[rows, , drop = FALSE]) > 0 | censored[rows] > 0]
    # The limits of the type "arcsin" have lost their dimensions.
    values <- function(field, state) matrix(fit[[field]], ncol = length(fit$states))[ends, match(state, fit$states)]
    column <- function(field, state) array_of(values(field, state))
    influence <- if (is.list(fit$influence.pstate)) fit$influence.pstate[[g]] else fit$influence.pstate
    weight <- if (is.null(weights)) 1 else frame[[weights]][group_codes(formula, frame) == g]
    list(group = group_names(groups[g]), n = fit$n[g], time = array_of(fit$time[ends]), atRisk = column("n.risk", "(s0)"),
         censored = array_of(censored[ends]),
         survival = column("pstate", "(s0)"), survivalError = column("std.err", "(s0)"), survivalLower = column("lower", "(s0)"),
         survivalUpper = column("upper", "(s0)"),
         causes = lapply(causes, function(cause) {
           probabilities <- c(0.05, 0.1, 0.25, 0.5)
           found <- survival:::doquant(probabilities, fit$time[ends], 1 - values("pstate", cause), 1 - rising(values("lower", cause)),
                                       1 - rising(values("upper", cause)), 0, 1, sqrt(.Machine$double.eps))
           step <- diff(c(pmin(fit$time[ends], tau), tau))
           list(cause = cause, events = column("n.event", cause), incidence = column("pstate", cause), se = column("std.err", cause),
                lower = column("lower", cause), upper = column("upper", cause),
                quantiles = lapply(seq_along(probabilities), function(q) list(
                  p = probabilities[q], estimate = found[1, q], lower = found[2, q], upper = found[3, q])),
                timeLost = list(tau = tau, estimate = sum(values("pstate", cause) * step),
                                se = area_error(influence, fit$time[rows], tau, match(cause, fit$states), weight)))
         }))
  })
  list(name = name, data = data, formula = formula, weights = weights, cluster = cluster, truncated = truncated, confType = type,
       level = level, omitted = length(fit$na.action), curves = curves)
}

incidence_cases <- function() {
  cases <- list()
  add <- function(...) cases[[length(cases) + 1L]] <<- incidence_case(...)
  outcome <- "factor(outcome, levels = c(\"alive\", \"relapse\", \"death\", \"other\"))"
  add("mgus2 by sex", "mgus2", paste(mgus_response, "~ sex"), tau = 240)
  add("mgus2", "mgus2", paste(mgus_response, "~ 1"), tau = 120, type = "log-log")
  add("pbc by trt", "pbc", "Surv(time, factor(status)) ~ trt", tau = 3000)
  for (type in c("log", "plain", "log-log", "logit", "arcsin"))
    add(paste("competing by arm,", type), "competing", paste0("Surv(time, ", outcome, ") ~ arm"), tau = 20, type = type, level = 0.9)
  add("competing by z, weights", "competing", paste0("Surv(time, ", outcome, ") ~ z"), weights = "w", tau = 15)
  add("competing by z, counts", "competing", paste0("Surv(time, ", outcome, ") ~ z"), weights = "k", tau = 15)
  add("competing, clusters", "competing", paste0("Surv(time, ", outcome, ") ~ 1"), cluster = "clinic", tau = 15)
  add("competing, late entry", "competing", paste0("Surv(entry, exit, ", outcome, ") ~ 1"), truncated = TRUE, tau = 30)
  add("competing by arm, late entry and weights", "competing", paste0("Surv(entry, exit, ", outcome, ") ~ arm"), weights = "w",
      truncated = TRUE, tau = 30, type = "plain")
  add("competing by arm, one cause", "competing", "Surv(time, factor(status == 1)) ~ arm", tau = 20)
  cases
}

gray_case <- function(name, data, formula, time, status, group, strata = NULL, rho = 0) {
  frame <- read_data(data)
  values <- function(expression) eval(parse(text = expression), frame)
  call <- list(cmprsk::cuminc, values(time), values(status), values(group), rho = rho, cencode = levels(values(status))[1])
  if (!is.null(strata)) call$strata <- values(strata)
  tests <- eval(as.call(call))$Tests
  list(name = name, data = data, formula = formula, rho = rho, tests = lapply(seq_len(nrow(tests)), function(k) list(
    cause = rownames(tests)[k], chisq = tests[k, "stat"], df = tests[k, "df"],
    logP = log_chisq_p(tests[k, "stat"], tests[k, "df"]))))
}

gray_cases <- function() {
  cases <- list()
  add <- function(...) cases[[length(cases) + 1L]] <<- gray_case(...)
  mgus_time <- "ifelse(pstat == 1, ptime, futime)"
  mgus_status <- "factor(ifelse(pstat == 1, 1, 2 * death), levels = c(0, 1, 2), labels = c(\"censor\", \"pcm\", \"death\"))"
  outcome <- "factor(outcome, levels = c(\"alive\", \"relapse\", \"death\", \"other\"))"
  for (rho in c(0, 1, -0.5)) {
    add(paste("mgus2 by sex, rho", rho), "mgus2", paste(mgus_response, "~ sex"), mgus_time, mgus_status, "sex", rho = rho)
    add(paste("competing by arm, rho", rho), "competing", paste0("Surv(time, ", outcome, ") ~ arm"), "time", outcome, "arm", rho = rho)
    add(paste("competing by arm, strata, rho", rho), "competing", paste0("Surv(time, ", outcome, ") ~ arm + strata(centre)"), "time",
        outcome, "arm", strata = "centre", rho = rho)
  }
  add("pbc by stage", "pbc", "Surv(time, factor(status)) ~ stage", "time", "factor(status)", "stage")
  add("pbc by trt, strata stage and sex", "pbc", "Surv(time, factor(status)) ~ trt + strata(stage, sex)", "time", "factor(status)", "trt",
      strata = "ifelse(is.na(stage), NA, paste(stage, sex))")
  cases
}

# The weights of finegray() need rows without missing values; `terms` is the right side of the regression, `strata` a column or null.
fine_gray_case <- function(name, data, response, cause, terms, ties = "efron", weights = NULL, strata = NULL, cluster = NULL,
                           truncated = FALSE) {
  frame <- read_data(data)
  right <- if (is.null(strata)) terms else paste0(terms, " + strata(", strata, ")")
  formula <- paste(response, "~", right)
  used <- model.frame(as.formula(formula), frame)
  complete <- if (is.null(attr(used, "na.action"))) frame else frame[-attr(used, "na.action"), ]
  complete$row <- seq_len(nrow(complete))
  complete$place <- setdiff(seq_len(nrow(frame)), attr(used, "na.action"))
  expansion <- list(quote(finegray), as.formula(paste(response, "~ . ", if (!is.null(strata)) paste0("+ strata(", strata, ")"))),
                    data = quote(complete), etype = cause)
  # finegray() takes the stratifying column out of its rows.
  if (!is.null(strata)) complete$stratum_of_row <- complete[[strata]]
  if (truncated) expansion$id <- quote(row)
  rows <- eval(as.call(expansion))
  # With strata, finegray() of survival 3.5-3 takes case weights from the rows of other strata.
  if (!is.null(weights)) rows$fgwt <- rows$fgwt * rows[[weights]]
  if (!is.null(strata)) rows[[strata]] <- rows$stratum_of_row
  rows$unit <- rows[[if (is.null(cluster)) "row" else cluster]]
  fit <- coxph(as.formula(paste("Surv(fgstart, fgstop, fgstatus) ~", right)), rows, weights = fgwt, cluster = unit, ties = ties,
               control = coxph.control(eps = 2e-12, iter.max = 40))
  list(name = name, data = data, formula = formula, cause = cause, ties = ties, weights = weights, cluster = cluster,
       n = nrow(complete), omitted = nrow(frame) - nrow(complete), names = array_of(names(coef(fit))), coef = array_of(coef(fit)),
       se = array_of(sqrt(diag(fit$naive.var))), robustSe = array_of(sqrt(diag(fit$var))), var = unname(fit$var),
       loglik = list(null = fit$loglik[1], model = fit$loglik[2]), wald = fit$wald.test,
       after = fine_gray_after(fit, rows, complete, response, cause, weights, truncated))
}

# Predictions for three rows, residuals by event and observation, and the test of proportionality; its scale "incidence" is the incidence
# of the cause just before the time.
fine_gray_after <- function(fit, rows, complete, response, cause, weights, truncated) {
  new_rows <- c(1, 50, 99)
  times <- as.numeric(quantile(rows$fgstop[rows$fgstatus == 1], c(0.1, 0.5, 0.9), type = 1))
  predicted <- lapply(new_rows, function(row) {
    at <- summary(survfit(fit, newdata = complete[row, ]), times = times, extend = TRUE)
    list(hazard = array_of(at$cumhaz), se = array_of(at$std.err), incidence = array_of(1 - at$surv), lower = array_of(1 - at$upper),
         upper = array_of(1 - at$lower))
  })
  curve <- competing_fit(paste(response, "~ 1"), complete, weights, NULL, truncated)
  incidence <- stepfun(curve$time, c(0, curve$pstate[, match(cause, curve$states)]), right = TRUE)
  zph <- function(transform) {
    table <- cox.zph(fit, transform = transform, terms = FALSE)$table
    list(chiSquare = array_of(table[, "chisq"]), p = array_of(table[, "p"]))
  }
  after <- list(rows = array_of(complete$place[new_rows]), times = array_of(times), predicted = predicted,
                zph = list(identity = zph("identity"), log = zph("log"), incidence = zph(incidence)))
  if (nrow(complete) < 200L) {
    after$schoenfeld <- unname(as.matrix(residuals(fit, "schoenfeld")))
    after$dfbeta <- unname(as.matrix(residuals(fit, "dfbeta", collapse = rows$row, weighted = TRUE)))
  }
  after
}

# crr() of cmprsk has the same coefficients where no times are tied; where they are, it has those with an event at risk of censoring.
check_with_crr <- function() {
  frame <- read_data("competing")
  frame$time <- frame$time + seq_len(nrow(frame)) / 1000
  rows <- finegray(Surv(time, outcome) ~ ., frame, etype = "relapse")
  ours <- coxph(Surv(fgstart, fgstop, fgstatus) ~ x + z, rows, weights = fgwt, control = coxph.control(eps = 2e-12))
  theirs <- cmprsk::crr(frame$time, as.integer(frame$outcome) - 1L, frame[, c("x", "z")], gtol = 1e-10)
  stopifnot(all.equal(unname(coef(ours)), unname(theirs$coef), tolerance = 1e-8))
  new <- data.frame(x = c(-1, 0.5), z = c(0, 1))
  predicted <- predict(theirs, as.matrix(new))
  at <- survfit(ours, newdata = new)
  stopifnot(all.equal(1 - at$surv[match(predicted[, 1], at$time), ], predicted[, -1], tolerance = 1e-7, check.attributes = FALSE))
  stopifnot(all.equal(unname(as.matrix(residuals(ours, "schoenfeld"))), unname(theirs$res), tolerance = 1e-6))
}

fine_gray_cases <- function() {
  check_with_crr()
  cases <- list()
  add <- function(...) cases[[length(cases) + 1L]] <<- fine_gray_case(...)
  outcome <- "factor(outcome, levels = c(\"alive\", \"relapse\", \"death\", \"other\"))"
  right <- paste0("Surv(time, ", outcome, ")")
  late <- paste0("Surv(entry, exit, ", outcome, ")")
  add("mgus2, pcm", "mgus2", mgus_response, "pcm", "age + sex + mspike")
  add("mgus2, death, breslow", "mgus2", mgus_response, "death", "age + sex", ties = "breslow")
  add("pbc, transplant", "pbc", "Surv(time, factor(status))", "1", "age + log(bili)")
  add("competing, relapse", "competing", right, "relapse", "x + z + arm")
  add("competing, other, breslow", "competing", right, "other", "x * z", ties = "breslow")
  add("competing, weights", "competing", right, "death", "x + arm", weights = "w")
  add("competing, strata", "competing", right, "death", "x + z", strata = "arm")
  add("competing, clusters", "competing", right, "relapse", "x + z", cluster = "clinic")
  add("competing, late entry", "competing", late, "relapse", "x + z + arm", truncated = TRUE)
  add("competing, late entry, weights and strata", "competing", late, "death", "x + z", weights = "w", strata = "centre", truncated = TRUE)
  cases
}

competing_content <- function() {
  cases <- incidence_cases()
  gray <- gray_cases()
  fine_gray <- fine_gray_cases()
  list(session = session(), datasets = datasets_of(c(cases, gray, fine_gray)), cases = cases, gray = gray, fineGray = fine_gray)
}
