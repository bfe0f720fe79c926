# The design matrix that coxph() makes of a formula: treatment contrasts, no intercept column, strata and offset separately.

formula_case <- function(data, formula, tags = character(), head = 8L) {
  frame <- read_data(data)
  fit <- suppressWarnings(coxph(as.formula(formula), frame, x = TRUE, control = coxph.control(iter.max = 0)))
  model <- model.frame(fit)
  rows <- setdiff(seq_len(nrow(frame)), as.vector(fit$na.action))
  n <- length(rows)
  # Rows from the whole length of the file, so that every level is likely to occur.
  shown <- unique(round(seq(1, n, length.out = min(head, n))))
  x <- fit$x
  assigned <- fit$assign
  offset <- model.offset(model)
  list(name = paste0(data, ": ", formula), data = data, formula = formula, tags = array_of(tags), n = n,
       omitted = nrow(frame) - n, columns = array_of(colnames(x)),
       terms = lapply(names(assigned), function(term) list(name = term, columns = array_of(colnames(x)[assigned[[term]]]))),
       rows = array_of(rows[shown]), matrix = unname(x[shown, , drop = FALSE]), columnSums = array_of(colSums(x)),
       offset = if (!is.null(offset)) array_of(offset[shown]),
       strata = if (!is.null(fit$strata)) array_of(group_names(as.character(fit$strata[shown]))))
}

formula_cases <- function() {
  cases <- list()
  add <- function(data, right, ..., response = "Surv(time, status)")
    cases[[length(cases) + 1L]] <<- formula_case(data, paste(response, "~", right), ...)
  for (right in c("age", "age + sex", "age+sex", "factor(sex)", "age + factor(ph.ecog)", "factor(ph.ecog) + factor(sex) + age",
                  "age * sex", "age:sex", "age:sex + age + sex", "sex:age", "sex + age:sex",
                  "age:sex + sex:age", "age * factor(sex)", "factor(sex) * factor(ph.ecog)",
                  "factor(sex):factor(ph.ecog)", "factor(sex):age", "age:factor(sex)", "age + age:factor(sex)",
                  "factor(sex) + factor(sex):age", "age * sex * ph.karno", "factor(sex) * age * factor(ph.ecog)", "log(age)",
                  "I(age^2)", "age + I(age^2)", "I(age/10)", "I((age-60)/10) + sex", "log(age) + sqrt(ph.karno + 1)",
                  "log(age) * sex", "exp(age / 100)", "age + sex - 1", "age + sex + age", "age + offset(age / 50)",
                  "sex + offset(log(age)) + strata(ph.ecog)", "age + strata(sex)", "age + strata(sex, ph.ecog)",
                  "age + strata(sex) + strata(ph.ecog)", "strata(sex) + age", "(age + sex + ph.ecog)^2", "age * sex - age",
                  "age + sex + cluster(inst)", "wt.loss + meal.cal"))
    add("lung", right)
  add("lung", "factor(sex) / age", tags = "nesting")
  add("lung", "age %in% sex", tags = "nesting")
  add("lung", "I(sex == 2) + age", tags = "logical")
  add("lung", "age > 65", tags = "logical")
  add("lung", "I(age > 65 & sex == 2)", tags = "logical")
  add("lung", "pmin(age, 70)", tags = "function-of-two")
  add("lung", "log10(age) + log2(age) + abs(wt.loss)", tags = "function")
  add("lung", "factor(ph.ecog, levels = c(1, 0, 2, 3))", tags = "factor-levels")
  add("lung", "age * strata(sex)", tags = "strata-interaction")
  add("lung", ". - inst - meal.cal", tags = "dot")
  for (right in c("celltype", "celltype + karno", "celltype * karno", "karno:celltype", "trt * celltype", "trt:celltype",
                  "factor(trt):celltype", "factor(trt) * celltype", "trt + strata(celltype)", "karno + factor(prior)",
                  "karno + offset(diagtime / 12)", "celltype:factor(prior) + karno"))
    add("veteran", right)
  add("veteran", "relevel(celltype, ref = \"large\")", tags = "relevel")
  add("colon", "rx + sex + nodes")
  add("colon", "rx * factor(extent)")
  add("rats", "rx + sex")
  add("rats", "rx * sex")
  add("kidney", "age + sex + disease")
  add("kidney", "disease * sex")
  add("ovarian", "age + rx + resid.ds", response = "Surv(futime, fustat)")
  add("pbc", "sex + log(bili) + factor(edema)", response = "Surv(time, status == 2)")
  add("heart", "age * transplant + factor(surgery)", response = "Surv(start, stop, event)")
  add("mgus2", "age + sex + mspike", response = "Surv(futime, death)")
  add("strata", "arm * x2 + offset(off) + strata(centre)")
  add("recurrent", "clinic + treated:dose", response = "Surv(start, stop, event)")
  cases
}
