# Cause-specific Cox models: a multi-state coxph(), the product integral that its survfit() takes, and errors of the delta method from the
# parts that survfit() of each cause's own model gives.
#
# The cumulative hazards of a multi-state survfit() of survival 3.5-3 are wrong: for mgus2, age 60, sex F they reach 0.0235 for pcm where
# Breslow's sum of d / sum(exp(lp)) over those at risk, and survfit() of the cause's own model, reach 0.0293 (check_hazards). So they are taken
# from the latter, and the product integral from the former: check_product shows that it is the one written out here.

cause_specific_case <- function(name, data, response, terms, rows, ties = "efron", weights = NULL) {
  frame <- read_data(data)
  formula <- paste(response, "~", terms)
  used <- model.frame(as.formula(formula), frame)
  complete <- if (is.null(attr(used, "na.action"))) frame else frame[-attr(used, "na.action"), ]
  complete$row_id <- seq_len(nrow(complete))
  complete$case_weight <- if (is.null(weights)) 1 else complete[[weights]]
  control <- coxph.control(eps = 2e-12, iter.max = 40)
  # A multi-state coxph() of survival 3.5-3 that is given ties, be it "efron", has Breslow's; without it has Efron's.
  all <- if (ties == "breslow") coxph(as.formula(formula), complete, id = row_id, weights = case_weight, ties = ties, control = control)
    else coxph(as.formula(formula), complete, id = row_id, weights = case_weight, control = control)
  y <- model.response(model.frame(as.formula(formula), complete))
  causes <- attr(y, "states")
  cause_ties <<- ties
  complete$y_start <- if (ncol(y) == 3L) y[, 1] else 0
  complete$y_stop <- y[, ncol(y) - 1L]
  fits <- lapply(seq_along(causes), function(k) {
    complete$y_event <<- as.integer(y[, "status"] == k)
    response <- if (ncol(y) == 3L) "Surv(y_start, y_stop, y_event)" else "Surv(y_stop, y_event)"
    cause_data <<- complete
    coxph(as.formula(paste(response, "~", terms)), cause_data, weights = case_weight, ties = cause_ties,
          control = coxph.control(eps = 2e-12, iter.max = 40), robust = FALSE)
  })
  cause_frames <- lapply(seq_along(causes), function(k) { own <- complete; own$y_event <- as.integer(y[, "status"] == k); own })
  stopifnot(all.equal(unname(unlist(lapply(fits, coef))), unname(coef(all)), tolerance = 1e-8))
  times <- as.numeric(quantile(complete$y_stop, c(0.2, 0.5, 0.8), type = 1))
  new <- frame[rows, ]
  together <- survfit(all, newdata = new)
  check_product(together)
  check_hazards(fits, cause_frames, new, ties)
  list(name = name, data = data, formula = formula, ties = ties, weights = weights, n = nrow(complete), rows = array_of(rows),
       times = array_of(times), causes = array_of(causes),
       coef = lapply(fits, function(fit) array_of(coef(fit))), se = lapply(fits, function(fit) array_of(sqrt(diag(vcov(fit))))),
       risks = lapply(seq_along(rows), function(r) {
         errors <- cause_specific_errors(fits, cause_frames, new[r, , drop = FALSE], times)
         list(free = array_of(errors$free), freeSe = array_of(errors$freeSe),
              causes = lapply(seq_along(causes), function(k) list(risk = array_of(errors$risk[, k]), se = array_of(errors$se[, k]))))
       }))
}

# With h the increments of its own hazards at a time, a multi-state survfit() has S exp(-sum(h)) and adds S(t-) (1 - exp(-sum(h))) h / sum(h).
check_product <- function(fit) {
  h <- apply(fit$cumhaz[, 1, ], 2, function(total) diff(c(0, total)))
  total <- rowSums(h)
  before <- exp(-c(0, cumsum(total)[-length(total)]))
  expected <- apply(before * (1 - exp(-total)) * (h / pmax(total, 1e-300)), 2, cumsum)
  stopifnot(all.equal(unname(fit$pstate[, 1, -1]), unname(expected), tolerance = 1e-8))
}

# Breslow's hazard of each cause from its definition is that of the cause's own model.
check_hazards <- function(fits, frames, new, ties) {
  if (ties != "breslow") return(invisible())
  for (k in seq_along(fits)) {
    cause_data <<- frames[[k]]
    curve <- survfit(fits[[k]], newdata = new[1, , drop = FALSE])
    own <- frames[[k]]
    risk <- own$case_weight * exp(predict(fits[[k]], own, reference = "zero") - predict(fits[[k]], new[1, , drop = FALSE], reference = "zero"))
    steps <- vapply(curve$time, function(t) sum(own$case_weight[own$y_stop == t & own$y_event == 1]) /
                      sum(risk[own$y_start < t & own$y_stop >= t]), 0)
    stopifnot(all.equal(cumsum(steps), curve$cumhaz, tolerance = 1e-8))
  }
}

# The derivative of the risks by every increment of a hazard and by every coefficient, by differences of the risks themselves.
cause_specific_errors <- function(fits, frames, new, times) {
  grid <- sort(unique(unlist(lapply(fits, function(fit) { d <- survfit(fit, newdata = new); d$time[d$n.event > 0] }))))
  on_grid <- function(fit, values) c(0, values)[findInterval(grid, fit$time) + 1]
  hazard <- function(fit, frame) {
    cause_data <<- frame
    curve <- survfit(fit, newdata = new)
    on_grid(curve, curve$cumhaz)
  }
  increments <- vapply(seq_along(fits), function(k) diff(c(0, hazard(fits[[k]], frames[[k]]))), numeric(length(grid)))
  risks <- function(h) {
    total <- rowSums(h)
    before <- exp(-c(0, cumsum(total)[-length(total)]))
    steps <- before * -expm1(-total) * (h / pmax(total, 1e-300))
    rbind(apply(steps, 2, cumsum)[findInterval(times, grid), , drop = FALSE])
  }
  free <- function(h) exp(-cumsum(rowSums(h)))[findInterval(times, grid)]
  variance <- matrix(0, length(times), length(fits))
  of_free <- numeric(length(times))
  for (k in seq_along(fits)) {
    known <- fits[[k]]
    known$var <- 0 * known$var
    cause_data <<- frames[[k]]
    curve <- survfit(known, newdata = new)
    noise <- diff(c(0, on_grid(curve, curve$std.chaz)^2))
    for (i in which(increments[, k] > 0)) {
      step <- increments[i, k] * 1e-4
      up <- increments; up[i, k] <- up[i, k] + step
      down <- increments; down[i, k] <- down[i, k] - step
      variance <- variance + noise[i] * ((risks(up) - risks(down)) / (2 * step))^2
      of_free <- of_free + noise[i] * ((free(up) - free(down)) / (2 * step))^2
    }
    slopes <- lapply(seq_along(coef(fits[[k]])), function(j) {
      moved <- lapply(c(-1, 1), function(sign) {
        beta <- coef(fits[[k]])
        beta[j] <- beta[j] + sign * 1e-5
        cause_data <<- frames[[k]]
        h <- increments
        fit <- suppressWarnings(coxph(
          formula(fits[[k]]), cause_data, weights = case_weight, ties = cause_ties, init = beta, robust = FALSE, control = coxph.control(iter.max = 0)))
        h[, k] <- diff(c(0, hazard(fit, frames[[k]])))
        h
      })
      list((risks(moved[[2]]) - risks(moved[[1]])) / 2e-5, (free(moved[[2]]) - free(moved[[1]])) / 2e-5)
    })
    v <- vcov(fits[[k]])
    for (a in seq_along(slopes)) for (b in seq_along(slopes)) {
      variance <- variance + v[a, b] * slopes[[a]][[1]] * slopes[[b]][[1]]
      of_free <- of_free + v[a, b] * slopes[[a]][[2]] * slopes[[b]][[2]]
    }
  }
  list(risk = risks(increments), se = sqrt(variance), free = free(increments), freeSe = sqrt(of_free))
}

cause_specific_content <- function() {
  outcome <- "factor(outcome, levels = c(\"alive\", \"relapse\", \"death\", \"other\"))"
  right <- paste0("Surv(time, ", outcome, ")")
  cases <- list(
    cause_specific_case("mgus2", "mgus2", mgus_response, "age + sex", c(1, 9)),
    cause_specific_case("pbc, breslow", "pbc", "Surv(time, factor(status))", "age + log(bili)", c(3, 50), ties = "breslow"),
    cause_specific_case("competing", "competing", right, "x + z + arm", c(1, 2, 60)),
    cause_specific_case("competing, weights", "competing", right, "x + arm", c(5, 6), weights = "k"),
    cause_specific_case("competing, late entry", "competing", paste0("Surv(entry, exit, ", outcome, ")"), "x + z", c(5, 6), ties = "breslow"))
  list(session = session(), datasets = datasets_of(cases), cases = cases)
}
