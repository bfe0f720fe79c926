# The log-rank test and its G-rho family: survdiff().

logrank_case <- function(name, data, formula, rho = 0) {
  fit <- survdiff(as.formula(formula), read_data(data), rho = rho)
  over_strata <- function(x) if (is.matrix(x)) rowSums(x) else x
  observed <- over_strata(fit$obs)
  expected <- over_strata(fit$exp)
  df <- sum(expected > 0) - 1
  list(name = name, data = data, formula = formula, rho = rho, omitted = length(fit$na.action),
       groups = lapply(seq_along(observed), function(g) list(
         group = group_names(names(fit$n)[g]), n = fit$n[[g]], observed = observed[g], expected = expected[g])),
       chisq = fit$chisq, df = df, p = pchisq(fit$chisq, df, lower.tail = FALSE), logP = log_chisq_p(fit$chisq, df),
       variance = fit$var)
}

logrank_cases <- function() {
  cases <- list()
  add <- function(label, data, formula, rhos = 0) for (rho in rhos)
    cases[[length(cases) + 1L]] <<- logrank_case(sprintf("%s, rho %s", label, rho), data, formula, rho)
  family <- c(0, 1, 0.5)
  add("lung by sex", "lung", "Surv(time, status) ~ sex", family)
  add("lung by ph.ecog", "lung", "Surv(time, status) ~ ph.ecog", family)
  add("lung by sex and ph.ecog", "lung", "Surv(time, status) ~ sex + ph.ecog")
  add("lung by sex, strata ph.ecog", "lung", "Surv(time, status) ~ sex + strata(ph.ecog)", family)
  add("lung by sex, strata inst", "lung", "Surv(time, status) ~ sex + strata(inst)")
  add("lung by sex, strata inst and ph.ecog", "lung", "Surv(time, status) ~ sex + strata(inst, ph.ecog)")
  add("veteran by trt", "veteran", "Surv(time, status) ~ trt", family)
  add("veteran by celltype", "veteran", "Surv(time, status) ~ celltype", family)
  add("veteran by trt, strata celltype", "veteran", "Surv(time, status) ~ trt + strata(celltype)", family)
  add("veteran by celltype, strata trt and prior", "veteran", "Surv(time, status) ~ celltype + strata(trt) + strata(prior)")
  add("ovarian by rx", "ovarian", "Surv(futime, fustat) ~ rx", c(family, -1, 2))
  add("ovarian by rx, strata resid.ds", "ovarian", "Surv(futime, fustat) ~ rx + strata(resid.ds)", family)
  add("kidney by sex", "kidney", "Surv(time, status) ~ sex")
  add("kidney by disease", "kidney", "Surv(time, status) ~ disease", family)
  add("rats by rx", "rats", "Surv(time, status) ~ rx")
  add("rats by rx, strata litter", "rats", "Surv(time, status) ~ rx + strata(litter)")
  add("rats by rx, strata sex", "rats", "Surv(time, status) ~ rx + strata(sex)", c(0, 1))
  add("colon by rx, strata etype", "colon", "Surv(time, status) ~ rx + strata(etype)", c(0, 1))
  add("mgus2 by sex", "mgus2", "Surv(futime, death) ~ sex", c(0, 1))
  add("pbc by stage, deaths", "pbc", "Surv(time, status == 2) ~ stage", c(0, 1))
  add("pbc by edema, deaths", "pbc", "Surv(time, status == 2) ~ edema")
  add("test1 by x", "test1", "Surv(time, status) ~ x", family)
  add("ties by group", "ties", "Surv(time, status) ~ group", family)
  add("ties by group, strata y", "ties", "Surv(time, status) ~ group + strata(y)", c(0, 1))
  add("near ties by group", "near-ties", "Surv(time, status) ~ group", c(0, 1))
  # Centre E has one arm only: the stratum adds to observed and expected, and nothing to the variance.
  add("strata by arm, strata centre", "strata", "Surv(time, status) ~ arm + strata(centre)", family)
  add("strata by x2, strata centre and arm", "strata", "Surv(time, status) ~ x2 + strata(centre, arm)")
  add("edges by z, one event", "edges", "Surv(time, one) ~ z")
  add("edges by z, all tied", "edges", "Surv(same, status) ~ z")
  cases
}
