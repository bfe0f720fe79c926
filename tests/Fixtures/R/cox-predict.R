# What a Cox model predicts, and inference from its likelihood: survfit.coxph(), predict.coxph(), anova.coxph(), profile likelihoods.
#
# Fitted with the control of cox.R. Where R itself is wrong the script computes the correct value, with a comment.

predict_case <- function(name, data, formula, newdata = NULL, ties = "efron", weights = NULL, robust = NULL, times = NULL,
                         profile = FALSE, smaller = NULL, terms = character()) {
  frame <- read_data(data)
  fit_of <- function(text) {
    arguments <- list(as.formula(text), frame, ties = ties, control = control, x = TRUE, model = TRUE)
    if (!is.null(weights)) arguments$weights <- as.name(weights)
    if (!is.null(robust)) arguments$robust <- robust
    do.call(coxph, arguments)
  }
  fit <- fit_of(formula)
  mf <- model.frame(fit)
  shown <- unique(round(seq(1, nrow(mf), length.out = min(nrow(mf), 30))))
  c(list(name = name, data = data, formula = formula, ties = ties, weights = weights, robust = robust),
    list(fitted = list(rows = array_of(shown), lp = references(fit, mf, NULL, shown), expected = expected_of(fit, mf, shown))),
    list(means = if (has_interaction_with_strata(fit)) NULL else curves_of(survfit(fit), fit)),
    if (!is.null(newdata)) new_of(fit, mf, frame, newdata, times),
    if (profile) list(profile = profile_of(fit, mf)),
    if (!is.null(smaller)) list(smaller = smaller, comparison = comparison_of(fit_of(smaller), fit)),
    if (length(terms)) list(terms = lapply(terms, term_of, fit = fit, refit = fit_of, formula = formula, robust = !is.null(fit$naive.var))))
}

has_interaction_with_strata <- function(fit) {
  strata <- attr(terms(fit), "specials")$strata
  !is.null(strata) && any(attr(terms(fit), "factors")[strata, attr(terms(fit), "order") > 1] > 0)
}

# Linear predictors and their errors for the three references. (Without se.fit R leaves the mean offset in.)
references <- function(fit, mf, new, shown) {
  one <- function(reference) {
    p <- if (is.null(new)) predict(fit, type = "lp", reference = reference, se.fit = TRUE)
      else predict(fit, newdata = new, type = "lp", reference = reference, se.fit = TRUE)
    list(lp = array_of(as.vector(p$fit)[shown]), se = array_of(as.vector(p$se.fit)[shown]))
  }
  list(strata = one("strata"), sample = one("sample"), zero = one("zero"))
}

# The steps of a stratum, centred at the means: hazard, its variance for known coefficients, and the sums of mean covariates.
steps_of <- function(fit, mf) {
  y <- fit$y
  x <- fit$x - rep(fit$means, each = nrow(fit$x))
  w <- if (is.null(model.weights(mf))) rep(1, nrow(mf)) else model.weights(mf)
  risk <- exp(fit$linear.predictors)
  strata <- if (is.null(fit$strata)) factor(rep("all", nrow(mf))) else fit$strata
  type <- if (fit$method == "efron") 3 else 2
  lapply(split(seq_len(nrow(mf)), strata), function(i) {
    s <- survival:::agsurv(y[i, , drop = FALSE], x[i, , drop = FALSE], w[i], risk[i], type, type)
    list(rows = i, time = s$time, cumhaz = s$cumhaz, varhaz = cumsum(s$varhaz), xbar = s$xbar)
  })
}

# Expected events of the fit's rows. R's error of an interval (start, stop] is the root of the difference of two variances; correct
# is the variance of the difference, from the steps between.
expected_of <- function(fit, mf, shown) {
  value <- predict(fit, type = "expected")
  y <- fit$y
  x <- fit$x - rep(fit$means, each = nrow(fit$x))
  risk <- exp(fit$linear.predictors)
  se <- numeric(nrow(mf))
  for (s in steps_of(fit, mf)) for (i in s$rows) {
    at <- function(t) {
      j <- findInterval(t, s$time)
      if (j == 0) list(h = 0, v = 0, m = rep(0, ncol(x))) else list(h = s$cumhaz[j], v = s$varhaz[j], m = s$xbar[j, ])
    }
    end <- at(y[i, ncol(y) - 1])
    begin <- if (ncol(y) == 3) at(y[i, 1]) else at(-Inf)
    d <- (end$h - begin$h) * x[i, ] - (end$m - begin$m)
    se[i] <- sqrt(end$v - begin$v + drop(d %*% fit$var %*% d)) * risk[i]
  }
  if (ncol(y) == 2) stopifnot(all.equal(unname(se), as.vector(predict(fit, type = "expected", se.fit = TRUE)$se.fit), tolerance = 1e-10))
  list(value = array_of(as.vector(value)[shown]), se = array_of(se[shown]))
}

# Curves at the means, thinned to 40 times a curve.
curves_of <- function(curve, fit) {
  n <- if (is.null(curve$strata)) length(curve$time) else curve$strata
  names <- if (is.null(curve$strata)) "all" else group_names(names(curve$strata))
  start <- cumsum(c(0, n))
  lapply(seq_along(n), function(g) {
    rows <- start[g] + unique(round(seq(1, n[g], length.out = min(n[g], 40))))
    steps_at(curve, rows, list(stratum = names[g], count = unname(n[g])))
  })
}

steps_at <- function(curve, rows, head, column = NULL) {
  pick <- function(x) if (is.matrix(x)) x[rows, column] else x[rows]
  limits <- function(type) {
    ci <- survival:::survfit_confint(pick(curve$surv), pick(curve$std.err), TRUE, type, 0.95)
    list(lower = array_of(ci$lower), upper = array_of(ci$upper))
  }
  c(head, list(time = array_of(curve$time[rows]), atRisk = array_of(curve$n.risk[rows]), hazard = array_of(pick(curve$cumhaz)),
               hazardSe = array_of(pick(curve$std.err)), survival = array_of(pick(curve$surv)), log = limits("log"),
               plain = limits("plain"), "log-log" = limits("log-log")))
}

# New rows: their columns, linear predictors, the survival at requested times, and the expected events by the fit's own response
# at those times (from the curve, because predict() adds an offset outside the exponential).
new_of <- function(fit, mf, frame, newdata, times) {
  new <- as.data.frame(newdata)
  for (column in names(new)) if (is.factor(frame[[column]])) new[[column]] <- factor(new[[column]], levels(frame[[column]]))
  at <- lapply(seq_len(nrow(new)), function(i) {
    s <- summary(survfit(fit, newdata = new[i, , drop = FALSE]), times = times, extend = TRUE)
    list(row = i, time = array_of(s$time), survival = array_of(s$surv), se = array_of(s$std.err), lower = array_of(s$lower),
         upper = array_of(s$upper), hazard = array_of(s$cumhaz))
  })
  list(newdata = lapply(newdata, array_of), times = array_of(times), new = references(fit, mf, new, seq_len(nrow(new))), at = at)
}

profile_of <- function(fit, mf) {
  x <- fit$x
  offset <- if (is.null(model.offset(mf))) rep(0, nrow(x)) else model.offset(mf)
  w <- if (is.null(model.weights(mf))) rep(1, nrow(x)) else model.weights(mf)
  strata <- if (is.null(fit$strata)) rep(1, nrow(x)) else fit$strata
  y <- fit$y
  lapply(seq_along(coef(fit)), function(k) {
    others <- x[, -k, drop = FALSE]
    loglik <- function(b) {
      moved <- offset + b * (x[, k] - mean(x[, k]))
      inner <- if (ncol(others)) coxph(y ~ others + strata(strata) + offset(moved), weights = w, ties = fit$method, control = control, robust = FALSE)
        else coxph(y ~ strata(strata) + offset(moved), weights = w, ties = fit$method, control = control, robust = FALSE)
      tail(inner$loglik, 1)
    }
    estimate <- unname(coef(fit)[k])
    se <- sqrt(diag(as.matrix(if (is.null(fit$naive.var)) fit$var else fit$naive.var)))[k]
    fall <- function(b) sqrt(pmax(0, 2 * (fit$loglik[2] - loglik(b)))) - qnorm(0.975)
    root <- function(side) uniroot(fall, estimate + side * sort(c(0.3, 5) * se)[if (side > 0) 1:2 else 2:1], tol = 1e-14 * se, maxiter = 200)$root
    list(name = names(coef(fit))[k], lower = root(-1), upper = root(1))
  })
}

comparison_of <- function(smaller, larger) {
  table <- anova(smaller, larger)
  list(chisq = table$Chisq[2], df = table$Df[2], p = table[[4]][2])
}

# A term's Wald test, and its likelihood-ratio test by a fit without it (null for robust fits).
term_of <- function(term, fit, refit, formula, robust) {
  columns <- fit$assign[[term]]
  b <- coef(fit)[columns]
  wald <- drop(b %*% solve(fit$var[columns, columns], b))
  result <- list(term = term, wald = wald, df = length(columns))
  if (!robust) {
    without <- refit(paste(formula, "-", term))
    result$lr <- 2 * (tail(fit$loglik, 1) - tail(without$loglik, 1))
  }
  result
}

predict_cases <- function() {
  cases <- list()
  add <- function(label, ..., ties = c("efron", "breslow")) for (t in ties)
    cases[[length(cases) + 1L]] <<- predict_case(sprintf("%s, %s", label, t), ..., ties = t)
  months <- c(0, 1, 30.5, 180, 365, 1e4)
  add("lung", "lung", "Surv(time, status) ~ age + sex + ph.ecog", list(age = c(50, 64.5, 80), sex = c(1, 2, 1), ph.ecog = c(0, 1, 2)),
      times = months, profile = TRUE, smaller = "Surv(time, status) ~ sex + ph.ecog", terms = c("age", "sex", "ph.ecog"))
  add("lung one covariate", "lung", "Surv(time, status) ~ age", list(age = c(40, 70)), times = months, profile = TRUE, ties = "efron")
  add("lung strata", "lung", "Surv(time, status) ~ age + factor(ph.ecog) + strata(sex)",
      list(age = c(50, 60, 70), ph.ecog = c(0, 3, 1), sex = c(2, 1, 2)), times = months, profile = TRUE, terms = c("age", "factor(ph.ecog)"))
  add("lung spline", "lung", "Surv(time, status) ~ ns(age, df = 3) + sex", list(age = c(39, 62.5, 85), sex = c(2, 1, 1)), times = months,
      terms = "ns(age, df = 3)", ties = "efron")
  add("lung polynomial", "lung", "Surv(time, status) ~ poly(age, 2) + ph.ecog", list(age = c(39, 62.5, 85), ph.ecog = c(2, 1, 0)), times = months,
      terms = "poly(age, 2)", ties = "efron")
  add("lung interaction", "lung", "Surv(time, status) ~ factor(sex) * age + log(ph.karno)",
      list(sex = c(1, 2), age = c(55, 66), ph.karno = c(80, 60)), times = months, profile = TRUE,
      smaller = "Surv(time, status) ~ factor(sex) + age + log(ph.karno)", terms = "factor(sex):age", ties = "efron")
  add("veteran strata", "veteran", "Surv(time, status) ~ trt + karno + strata(celltype)",
      list(trt = c(1, 2, 1, 2), karno = c(60, 40, 90, 20), celltype = c("adeno", "large", "squamous", "smallcell")), times = months,
      profile = TRUE, smaller = "Surv(time, status) ~ karno + strata(celltype)")
  add("veteran strata interaction", "veteran", "Surv(time, status) ~ karno * strata(trt)", list(karno = c(30, 80), trt = c(2, 1)),
      times = months, ties = "efron")
  add("veteran factor", "veteran", "Surv(time, status) ~ celltype + factor(prior) + karno",
      list(celltype = c("large", "adeno"), prior = c(10, 0), karno = c(50, 70)), times = months, terms = c("celltype", "factor(prior)"),
      smaller = "Surv(time, status) ~ karno")
  add("veteran offset", "veteran", "Surv(time, status) ~ trt + karno + offset(age / 50)", list(trt = 1:2, karno = c(40, 75), age = c(40, 81)),
      times = months, profile = TRUE)
  add("kidney cluster", "kidney", "Surv(time, status) ~ age + sex + disease + cluster(id)",
      list(age = c(30, 55), sex = 1:2, disease = c("GN", "PKD")), times = c(10, 100, 400), terms = "disease")
  add("colon", "colon", "Surv(time, status) ~ rx + sex + nodes + strata(etype) + cluster(id)",
      list(rx = c("Lev", "Obs"), sex = 0:1, nodes = c(2, 7), etype = 1:2), times = c(100, 1000, 2500), terms = c("rx", "nodes"), ties = "efron")
  add("bladder", "bladder", "Surv(stop, event) ~ rx + size + number + strata(enum)",
      list(rx = 1:2, size = c(3, 1), number = c(1, 5), enum = c(2, 4)), times = c(5, 20, 50), profile = TRUE, terms = "number", ties = "breslow")
  add("heart", "heart", "Surv(start, stop, event) ~ age + year + surgery + transplant",
      list(age = c(-10, 5), year = c(1, 4), surgery = 0:1, transplant = c(1, 0)), times = c(5, 50, 500), profile = TRUE,
      smaller = "Surv(start, stop, event) ~ age + year", terms = c("age", "transplant"))
  add("heart strata", "heart", "Surv(start, stop, event) ~ age + year + strata(surgery)",
      list(age = c(-10, 5), year = c(1, 4), surgery = 0:1), times = c(5, 50, 500))
  add("weights, model variance", "weights", "Surv(time, status) ~ x + z + arm", list(x = c(0, 1.5), z = c(-1, 2), arm = c("active", "control")),
      weights = "w", robust = FALSE, times = c(3, 10, 25), profile = TRUE, smaller = "Surv(time, status) ~ x", terms = c("arm", "z"))
  add("weights, robust", "weights", "Surv(time, status) ~ x + z + arm", list(x = c(0, 1.5), z = c(-1, 2), arm = c("active", "control")),
      weights = "w", times = c(3, 10, 25), terms = c("arm", "z"))
  add("strata, offset", "strata", "Surv(time, status) ~ x1 + x2 + arm + offset(off) + strata(centre)",
      list(x1 = c(42, 55), x2 = c(1, 0), arm = c("middle", "low"), off = c(0.3, -0.2), centre = c("C", "A")), times = c(2, 10, 18), terms = "arm")
  add("truncation, weights", "truncation", "Surv(entry, exit, status) ~ x + group", list(x = c(0.5, -1), group = 0:1), weights = "w",
      robust = FALSE, times = c(1, 3, 8), profile = TRUE)
  add("recurrent", "recurrent", "Surv(start, stop, event) ~ treated * dose + strata(clinic)",
      list(treated = 0:1, dose = c(1, 2), clinic = c("west", "north")), times = c(3, 12, 40), ties = "efron")
  add("ties", "ties", "Surv(time, status) ~ x + factor(y)", list(x = c(0, 1), y = 1:2), times = 0:6, profile = TRUE, terms = "factor(y)")
  add("test1", "test1", "Surv(time, status) ~ x", list(x = c(0, 1)), times = c(0, 1, 6, 7, 9, 20), profile = TRUE)
  add("test2", "test2", "Surv(start, stop, event) ~ x", list(x = c(0, 1)), times = c(0, 2, 3, 8, 20), profile = TRUE)
  add("mgus2", "mgus2", "Surv(futime, death) ~ age + sex + hgb", list(age = c(60, 80), sex = c("M", "F"), hgb = c(14, 10)),
      times = c(12, 60, 300), terms = "sex", ties = "efron")
  add("pbc", "pbc", "Surv(time, status == 2) ~ age + edema + log(bili) + sex", list(age = c(40, 60), edema = c(0, 1), bili = c(0.8, 10), sex = c("f", "m")),
      times = c(200, 1000, 4000), smaller = "Surv(time, status == 2) ~ age + log(bili)", terms = "sex", ties = "efron")
  cases
}
