# Tables of likelihood-ratio tests, Uno's concordance, and adjusted (G-computed) curves with their errors. survival has no averages of curves
# with errors: their derivatives are taken numerically here, by central differences, from the definition of the average.

anova_case <- function(data, formula, ties = "efron") {
  frame <- read_data(data)
  f <- as.formula(formula)
  environment(f) <- environment()
  fit <- coxph(f, frame, ties = ties, x = TRUE, model = TRUE, control = coxph.control(eps = 2e-12, iter.max = 40))
  # anova() of survival 3.5-3 stops where the formula has strata().
  table <- if (is.null(fit$strata)) anova(fit)
  # anova() refits with R's own eps: the log-likelihoods are from our own refits.
  used <- if (is.null(fit$na.action)) frame else frame[-fit$na.action, ]
  strata <- if (is.null(fit$strata)) rep(1, fit$n) else as.integer(fit$strata)
  refit <- function(keep) {
    if (!any(keep)) return(list(loglik = fit$loglik[1], df = 0))
    part <- coxph(fit$y ~ fit$x[, keep, drop = FALSE] + strata(strata), ties = ties, control = coxph.control(eps = 2e-12, iter.max = 40))
    list(loglik = part$loglik[2], df = sum(!is.na(coef(part))))
  }
  terms <- names(fit$assign)
  assign <- fit$assign[terms]
  owner <- integer(ncol(fit$x))
  for (i in seq_along(terms)) owner[assign[[i]]] <- i
  sequential <- lapply(seq_along(terms), function(i) refit(owner <= i))
  three <- lapply(seq_along(terms), function(i) refit(owner != i))
  stopifnot(is.null(table) || identical(terms, rownames(table)[-1L]) && all.equal(vapply(sequential, `[[`, 0, "loglik"), table$loglik[-1L], tolerance = 1e-7))
  full <- list(loglik = fit$loglik[2], df = sum(!is.na(coef(fit))))
  list(name = paste0(data, ": ", formula, " ", ties), data = data, formula = formula, ties = ties, terms = array_of(terms),
       loglik = list(null = fit$loglik[1], model = fit$loglik[2]),
       sequential = array_of(vapply(sequential, `[[`, 0, "loglik")), sequentialDf = array_of(diff(c(0, vapply(sequential, `[[`, 0, "df")))),
       typeThree = array_of(vapply(three, `[[`, 0, "loglik")), typeThreeDf = array_of(full$df - vapply(three, `[[`, 0, "df")))
}

uno_case <- function(data, formula, horizon = NULL, weights = NULL) {
  frame <- read_data(data)
  f <- as.formula(formula)
  environment(f) <- environment()
  frame$.w <- if (is.null(weights)) 1 else frame[[weights]]
  fit <- coxph(f, frame, weights = .w, control = coxph.control(eps = 2e-12, iter.max = 40))
  c <- concordance(fit, timewt = "n/G2", ymax = horizon)
  list(name = paste0(data, ": ", formula, " ", horizon, " ", weights), data = data, formula = formula, horizon = horizon, weights = weights,
       estimate = unname(c$concordance), std = unname(sqrt(c$var)))
}

# The average of exp(-risk H(t)) as a function of the coefficients and of the increments of the baseline hazard of each stratum.
adjusted_case <- function(data, formula, variable, times, horizon, ties = "efron", weights = NULL) {
  frame <- read_data(data)
  f <- as.formula(formula)
  environment(f) <- environment()
  fit <- coxph(f, frame, ties = ties, x = TRUE, model = TRUE, control = coxph.control(eps = 2e-12, iter.max = 40))
  used <- setdiff(seq_len(nrow(frame)), as.vector(fit$na.action))
  own <- frame[used, ]
  share <- if (is.null(weights)) rep(1, nrow(own)) else own[[weights]]
  share <- share / sum(share)
  y <- unclass(fit$y)
  start <- if (ncol(y) == 3L) y[, 1] else rep(-Inf, nrow(y))
  stop <- y[, ncol(y) - 1L]
  dead <- y[, ncol(y)] == 1
  stratum <- if (is.null(fit$strata)) rep(1L, fit$n) else as.integer(fit$strata)
  strata_names <- if (is.null(fit$strata)) "" else levels(fit$strata)
  x <- fit$x
  # The offset of the fit is centred.
  offset <- if (is.null(fit$offset)) rep(0, fit$n) else model.offset(fit$model)
  steps <- do.call(rbind, lapply(sort(unique(stratum)), function(s)
    data.frame(stratum = s, time = sort(unique(stop[dead & stratum == s])))))
  # The factors of each step: shares of the dead that are still at risk.
  factors <- lapply(seq_len(nrow(steps)), function(k) {
    here <- stratum == steps$stratum[k] & start < steps$time[k] & stop >= steps$time[k]
    d <- which(here & dead & stop == steps$time[k])
    lapply(seq_along(d) - 1, function(j) { f <- as.numeric(here); if (ties == "efron") f[d] <- 1 - j / length(d); f })
  })
  increments <- function(beta) {
    r <- exp(drop(x %*% beta) + offset)
    vapply(factors, function(f) sum(vapply(f, function(g) 1 / sum(g * r), 0)), 0)
  }
  beta <- coef(fit)
  r0 <- exp(drop(x %*% beta) + offset)
  variances <- vapply(factors, function(f) sum(vapply(f, function(g) 1 / sum(g * r0)^2, 0)), 0)
  groups <- if (is.factor(own[[variable]])) levels(droplevels(own[[variable]])) else sort(unique(own[[variable]]))
  term <- delete.response(terms(fit))
  coded <- lapply(groups, function(g) {
    new <- own
    new[[variable]] <- if (is.factor(own[[variable]])) factor(g, levels(own[[variable]])) else g
    mf <- model.frame(term, new, xlev = fit$xlevels)
    X <- model.matrix(term, mf, contrasts.arg = fit$contrasts)[, colnames(x), drop = FALSE]
    special <- attr(terms(f, specials = "strata"), "specials")$strata
    s <- if (length(strata_names) == 1L) rep(1L, nrow(new)) else match(as.character(mf[[grep("^strata", names(mf))[1L]]]), strata_names)
    stopifnot(!anyNA(s))
    list(x = X, stratum = s, offset = if (is.null(model.offset(mf))) 0 else model.offset(mf))
  })
  event_times <- sort(unique(steps$time))
  curves_of <- function(code, beta, h) {
    r <- exp(drop(code$x %*% beta) + code$offset)
    H <- vapply(event_times, function(t) vapply(sort(unique(stratum)), function(s) sum(h[steps$stratum == s & steps$time <= t]), 0), numeric(max(stratum)))
    H <- matrix(H, nrow = max(stratum))
    exp(-r * H[code$stratum, , drop = FALSE])
  }
  # For each group: survival at the times, then the mean to the horizon; a row a person.
  functionals <- function(code, beta, h) {
    s <- curves_of(code, beta, h)
    at <- findInterval(times, event_times)
    asked <- cbind(1, s)[, at + 1L, drop = FALSE]
    bounds <- c(0, event_times[event_times < horizon], horizon)
    mean <- drop(cbind(1, s)[, seq_len(length(bounds) - 1L), drop = FALSE] %*% diff(bounds))
    cbind(asked, mean)
  }
  average <- function(g, beta, h) drop(share %*% functionals(coded[[g]], beta, h))
  h0 <- increments(beta)
  V <- vcov(fit)
  gradients <- lapply(seq_along(groups), function(g) {
    by_beta <- sapply(seq_along(beta), function(j) {
      e <- replace(0 * beta, j, 1e-4 * sqrt(V[j, j]))
      d <- function(k) (average(g, beta + k * e, increments(beta + k * e)) - average(g, beta - k * e, increments(beta - k * e))) / (2 * k * e[j])
      (4 * d(1) - d(2)) / 3
    })
    by_step <- sapply(seq_along(h0), function(k) {
      e <- replace(0 * h0, k, 1e-3 * h0[k])
      d <- function(m) (average(g, beta, h0 + m * e) - average(g, beta, h0 - m * e)) / (2 * m * e[k])
      (4 * d(1) - d(2)) / 3
    })
    list(beta = matrix(by_beta, ncol = length(beta)), step = matrix(by_step, ncol = length(h0)))
  })
  each <- lapply(coded, functionals, beta, h0)
  errors <- function(b, s, person) {
    model <- rowSums((b %*% V) * b) + drop(s^2 %*% variances)
    spread <- colSums((share * sweep(person, 2, drop(share %*% person)))^2)
    list(sample = array_of(sqrt(model + spread)), fixed = array_of(sqrt(model)))
  }
  list(name = paste(data, formula, variable, ties, weights), data = data, formula = formula, variable = variable, ties = ties, weights = weights,
       times = array_of(times), horizon = horizon, n = nrow(own), groups = lapply(seq_along(groups), function(g)
         c(list(group = paste0(variable, "=", groups[g]), value = array_of(average(g, beta, h0))),
           errors(gradients[[g]]$beta, gradients[[g]]$step, each[[g]]))),
       contrasts = lapply(seq_along(groups)[-1L], function(g)
         c(list(value = array_of(average(g, beta, h0) - average(1, beta, h0))),
           errors(gradients[[g]]$beta - gradients[[1]]$beta, gradients[[g]]$step - gradients[[1]]$step, each[[g]] - each[[1]]))))
}

adjusted_content <- function() {
  anova <- list(anova_case("lung", "Surv(time, status) ~ age + sex + factor(ph.ecog)"),
                anova_case("lung", "Surv(time, status) ~ age * sex + factor(ph.ecog) * sex", "breslow"),
                anova_case("lung", "Surv(time, status) ~ factor(ph.ecog) + age + ns(wt.loss, 3) + strata(sex)"),
                anova_case("veteran", "Surv(time, status) ~ trt * celltype + karno"),
                anova_case("veteran", "Surv(time, status) ~ karno + age + karno:trt"),
                anova_case("lung", "Surv(time, status) ~ age * strata(sex)"),
                anova_case("heart", "Surv(start, stop, event) ~ age + surgery * transplant"))
  uno <- list(uno_case("lung", "Surv(time, status) ~ age + sex"), uno_case("lung", "Surv(time, status) ~ age + sex", 365),
              uno_case("lung", "Surv(time, status) ~ ph.karno + wt.loss + strata(sex)"), uno_case("veteran", "Surv(time, status) ~ karno + celltype"),
              uno_case("ties", "Surv(time, status) ~ x"), uno_case("pbc", "Surv(time, status == 2) ~ bili + age", 2000),
              uno_case("colon", "Surv(time, status) ~ nodes + rx + strata(etype)"), uno_case("lung", "Surv(time, status) ~ age + sex", 500, "ph.karno"),
              uno_case("ovarian", "Surv(futime, fustat) ~ age + rx"))
  adjusted <- list(adjusted_case("lung", "Surv(time, status) ~ age + factor(sex) + ph.ecog", "sex", c(100, 365, 700), 500),
                   adjusted_case("lung", "Surv(time, status) ~ age * sex + wt.loss", "sex", c(3, 365), 365, "breslow"),
                   adjusted_case("veteran", "Surv(time, status) ~ celltype * karno + age", "celltype", c(30, 180), 300),
                   adjusted_case("veteran", "Surv(time, status) ~ trt + karno + strata(celltype)", "trt", c(30, 180, 400), 250),
                   adjusted_case("lung", "Surv(time, status) ~ age + ph.karno + strata(sex)", "sex", c(200, 400), 400),
                   adjusted_case("lung", "Surv(time, status) ~ age * strata(sex)", "sex", c(200, 400), 400),
                   adjusted_case("lung", "Surv(time, status) ~ age + factor(sex)", "sex", c(200, 400), 400, weights = "age"),
                   adjusted_case("heart", "Surv(start, stop, event) ~ age + transplant", "transplant", c(50, 200), 300),
                   adjusted_case("ovarian", "Surv(futime, fustat) ~ age + offset(0.1 * resid.ds) + rx", "rx", c(300, 600), 600))
  list(session = session(), datasets = datasets_of(c(anova, uno, adjusted)), anova = anova, uno = uno, adjusted = adjusted)
}
