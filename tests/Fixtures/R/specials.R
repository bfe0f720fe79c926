# strata(), cluster(), offset() and Surv() wherever R lets them stand: the coefficients and log-likelihoods of coxph. `r` is given to R where
# its name of a package is no special term in survival 3.5 (it is from 3.8 on).

special_case <- function(data, formula, r = formula) {
  frame <- read_data(data)
  f <- as.formula(r)
  environment(f) <- environment()
  fit <- suppressWarnings(coxph(f, frame, control = coxph.control(eps = 2e-12, iter.max = 40)))
  beta <- coef(fit)
  list(name = paste0(data, ": ", formula), data = data, formula = formula, n = fit$n, omitted = length(fit$na.action),
       names = array_of(as.character(names(beta))), coef = array_of(as.numeric(beta)),
       se = array_of(if (length(beta)) { v <- diag(fit$var); v[is.na(beta)] <- NA; as.numeric(sqrt(v)) } else numeric()),
       robust = !is.null(fit$naive.var), loglik = fit$loglik[length(fit$loglik)])
}

special_cases <- function() {
  cases <- list()
  add <- function(right, r = right, data = "lung", response = "Surv(time, status)", r_response = response)
    cases[[length(cases) + 1L]] <<- special_case(data, paste(response, "~", right), paste(r_response, "~", r))
  for (right in c("age + (strata(sex))", "age * strata(sex)", "age:strata(sex)", "age %in% strata(sex)", "strata(sex)/age", "age/strata(sex)",
                  "(age + strata(sex))^2", "age + strata(sex):ph.ecog", "age + strata(sex) - strata(sex)", "age - strata(sex)",
                  "age * strata(sex) - age", "age * strata(sex) - strata(sex)", "strata(sex) * ph.ecog + age", "age + strata(sex, ph.ecog)",
                  "age + strata(sex, ph.ecog, shortlabel = TRUE)", "age + strata(sex, sep = \"-\")", "age + strata(wt.loss > 10, na.group = TRUE)",
                  "age + strata(meal.cal > 900, sex, na.group = TRUE)", "age + strata(g = sex)", "age * strata(g = sex)", 
                  "age + strata(factor(sex)) + strata(ph.ecog)", "age:strata(sex, ph.ecog, sep = \"/\")", "factor(ph.ecog) + age:strata(sex)",
                  "age + (strata(sex) + cluster(inst))", "cluster(inst) + strata(sex) + age", "age + (cluster(inst))", "age + cluster(x = inst)",
                  "age + offset(log(ph.karno))", "age * offset(ph.ecog)", "age + (offset(ph.ecog))", "age + offset(ph.ecog) - offset(ph.ecog)",
                  "age - offset(ph.ecog)", "age + offset(ph.ecog) + offset(sex)", "age + offset(ph.ecog) + offset(ph.ecog)", "age + offset(ph.ecog):sex",
                  "age + sex:offset(ph.ecog)", "(age + offset(ph.ecog))^2", "age + offset(ph.ecog) * sex", "age + offset(object = ph.ecog)",
                  "age + offset(-0.02 * age) + strata(sex)", "age + 0", "age - 1", "-1 + age", "age + offset(sex == 1)",
                  "age + strata(cut(ph.karno, c(0, 70, 100)))"))
    add(right)
  add("age + survival::strata(sex)", "age + strata(sex)")
  add("age * survival::strata(sex)", "age * strata(sex)")
  add("age + survival::cluster(inst)", "age + cluster(inst)")
  add("age + stats::offset(ph.ecog)", "age + offset(ph.ecog)")
  for (response in c("Surv(time = time, event = status)", "Surv(event = status, time)", "Surv(time, time2 = status)", "Surv(time, ev = status)",
                     "Surv(time)", "Surv(time, status, type = \"right\")", "Surv(time, status, type = \"r\")", "survival::Surv(time, status == 2)",
                     "Surv(time, status, origin = 0)", "Surv(time - 400, status)"))
    add("age + sex", response = response)
  for (response in c("Surv(start, stop, ev = event)", "Surv(time2 = stop, time = start, event = event)", "Surv(start, stop, event, type = \"count\")",
                     "Surv(start - 300, stop - 300, event)"))
    add("age + transplant", data = "heart", response = response)
  add("x", data = "roots", response = "Surv(time - 6, status)")
  add("sqrt(x)", data = "roots")
  add("log(x + 1.5)", data = "roots")
  cases
}
