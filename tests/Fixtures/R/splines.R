# Terms whose columns depend on the data: splines, polynomials and factors whose levels are set. Each case has the design of the
# fit and that of new rows, for which the constants of the fit (knots, levels, alpha) must be used.

suppressPackageStartupMessages(library(splines))

# New rows: some of the file in another order, with numbers shifted, so that some are beyond the range of the data. Text and factors stay.
new_rows <- function(frame, columns, step) {
  rows <- (seq_len(9L) * step) %% nrow(frame) + 1L
  new <- frame[rows, columns, drop = FALSE]
  for (column in columns) {
    x <- new[[column]]
    if (is.numeric(x) && length(unique(x)) > 5L) new[[column]] <- x + c(0, 1.5, -2.25, 40, -30, 0.125, 0, 3, NA)
  }
  new
}

spline_case <- function(data, right, columns, r_right = right, rename = identity, response = "Surv(time, status)", step = 37L, tags = character()) {
  frame <- read_data(data)
  formula <- as.formula(paste(response, "~", r_right))
  environment(formula) <- globalenv()
  fit <- suppressWarnings(coxph(formula, frame, x = TRUE, model = TRUE, control = coxph.control(iter.max = 0)))
  used <- setdiff(seq_len(nrow(frame)), as.vector(fit$na.action))
  shown <- unique(round(seq(1, length(used), length.out = min(12L, length(used)))))
  new <- new_rows(frame, columns, step)
  terms <- delete.response(terms(fit))
  special <- attr(terms, "specials")$strata
  coded <- model.frame(terms, new, xlev = fit$xlevels, na.action = na.pass)
  complete <- complete.cases(coded)
  predicted <- model.matrix(terms, coded[complete, , drop = FALSE], contrasts.arg = fit$contrasts)
  predicted <- predicted[, -1L, drop = FALSE]
  if (!is.null(special)) predicted <- predicted[, colnames(fit$x), drop = FALSE]
  stopifnot(identical(colnames(predicted), colnames(fit$x)))
  list(name = paste0(data, ": ", right), data = data, formula = paste(response, "~", right), tags = array_of(tags), n = length(used),
       omitted = nrow(frame) - length(used), columns = array_of(rename(colnames(fit$x))), rows = array_of(used[shown]),
       matrix = unname(fit$x[shown, , drop = FALSE]), columnSums = array_of(colSums(fit$x)),
       newData = lapply(new, array_of), newRows = array_of(which(complete)), newMatrix = unname(predicted))
}

# The columns of rcs() from rcspline.eval() itself: rms keeps its knots in the datadist of its own fits.
rcs_case <- function(data, column, parms, response = "Surv(time, status)", step = 37L) {
  frame <- read_data(data)
  x <- frame[[column]]
  text <- paste(deparse(parms), collapse = "")
  knots <- if (length(parms) == 1L) Hmisc::rcspline.eval(x, nk = parms, knots.only = TRUE) else parms
  basis <- function(x) Hmisc::rcspline.eval(x, knots = knots, inclx = TRUE)
  new <- new_rows(frame, column, step)
  used <- which(!is.na(x))
  shown <- unique(round(seq(1, length(used), length.out = 12L)))
  full <- basis(x[used])
  present <- which(!is.na(new[[column]]))
  right <- paste0("rcs(", column, ", ", text, ")")
  names <- colnames(eval(parse(text = paste0("rms::rcs(", column, ", ", text, ")")), frame))
  list(name = paste0(data, ": ", right), data = data, formula = paste(response, "~", right), tags = array_of("rcs"), n = length(used),
       omitted = nrow(frame) - length(used), columns = array_of(paste0(right, names)), knots = array_of(as.vector(knots)),
       rows = array_of(used[shown]), matrix = unname(full[shown, , drop = FALSE]), columnSums = array_of(colSums(full)),
       newData = lapply(new, array_of), newRows = array_of(present), newMatrix = unname(basis(new[[column]][present])))
}

spline_cases <- function() {
  cases <- list()
  add <- function(...) cases[[length(cases) + 1L]] <<- spline_case(...)
  rcs <- function(...) cases[[length(cases) + 1L]] <<- rcs_case(...)
  add("lung", "ns(age, df = 3)", "age")
  add("lung", "ns(age, 4) + sex", c("age", "sex"))
  add("lung", "ns(age, 1)", "age")
  add("lung", "ns(age)", "age")
  add("lung", "ns(age, df = 3) + ph.karno + wt.loss", c("age", "ph.karno", "wt.loss"))
  add("lung", "ns(wt.loss, df = 4)", "wt.loss")
  add("lung", "ns(age, knots = c(55, 65, 70))", "age")
  add("lung", "ns(age, knots = c(55, 65), Boundary.knots = c(45, 75))", "age")
  add("lung", "ns(age, df = 4, Boundary.knots = c(50, 75))", "age")
  add("lung", "ns(log(age), df = 2) * sex", c("age", "sex"))
  add("lung", "ns(age, df = 2):factor(sex)", c("age", "sex"))
  add("lung", "factor(sex) * ns(age, df = 2) + strata(ph.ecog)", c("age", "sex", "ph.ecog"))
  add("lung", "ns(meal.cal, df = 7)", "meal.cal")
  add("veteran", "ns(karno, df = 3) * celltype", c("karno", "celltype"), step = 17L)
  add("veteran", "ns(diagtime, df = 4) + trt", c("diagtime", "trt"), step = 17L)
  add("pbc", "ns(bili, df = 5) + sex", c("bili", "sex"), response = "Surv(time, status == 2)")
  add("colon", "ns(age, df = 6)", "age")
  add("mgus2", "ns(hgb, df = 4) + poly(age, 2)", c("age", "hgb"), response = "Surv(futime, death)")
  add("heart", "ns(age, df = 3) * transplant", c("age", "transplant"), response = "Surv(start, stop, event)")
  add("lung", "poly(age, 2)", "age")
  add("lung", "poly(age, 1)", "age")
  add("lung", "poly(age, 5)", "age")
  add("lung", "poly(age, degree = 3) * sex", c("age", "sex"))
  add("lung", "poly(age, 3, raw = TRUE)", "age")
  add("lung", "poly(log(age), 2) + factor(sex)", c("age", "sex"))
  add("veteran", "poly(karno, 3) + celltype", c("karno", "celltype"), step = 17L)
  add("colon", "poly(nodes, 2, raw = TRUE):rx", c("nodes", "rx"))
  add("veteran", "relevel(celltype, ref = \"large\")", "celltype", step = 17L)
  add("veteran", "relevel(celltype, ref = \"adeno\") * karno", c("celltype", "karno"), step = 17L)
  add("veteran", "relevel(celltype, 3)", "celltype", step = 17L)
  add("veteran", "C(celltype, ref = \"large\") + karno", c("celltype", "karno"), "relevel(celltype, ref = \"large\") + karno",
      function(names) sub("relevel(", "C(", names, fixed = TRUE), step = 17L)
  add("lung", "C(ph.ecog, ref = 1) + age", c("ph.ecog", "age"), "relevel(factor(ph.ecog), ref = \"1\") + age",
      function(names) sub("relevel(factor(ph.ecog), ref = \"1\")", "C(ph.ecog, ref = 1)", names, fixed = TRUE))
  add("lung", "factor(ph.ecog, levels = c(1, 0, 2, 3))", "ph.ecog")
  add("lung", "factor(ph.ecog, levels = c(2, 1, 0))", "ph.ecog")
  add("lung", "factor(sex, levels = c(2, 1), labels = c(\"f\", \"m\")) * age", c("sex", "age"))
  add("lung", "factor(sex, labels = c(\"male\", \"female\"))", "sex")
  add("lung", "factor(ph.ecog, levels = c(0, 1, 2), labels = c(\"well\", \"ill\", \"ill\"))", "ph.ecog")
  add("veteran", "factor(celltype, levels = c(\"large\", \"adeno\", \"squamous\"))", "celltype", step = 17L)
  for (knots in 3:8) rcs("lung", "age", as.numeric(knots))
  for (knots in 3:7) rcs("pbc", "bili", as.numeric(knots), response = "Surv(time, status == 2)")
  rcs("lung", "wt.loss", 4)
  rcs("lung", "wt.loss", 3)
  rcs("lung", "age", c(50, 60, 70))
  rcs("lung", "meal.cal", c(300, 800, 1000, 1500))
  rcs("ovarian", "age", 3, response = "Surv(futime, fustat)", step = 5L)
  rcs("ovarian", "age", 5, response = "Surv(futime, fustat)", step = 5L)
  rcs("veteran", "diagtime", 4, step = 17L)
  rcs("veteran", "karno", 5, step = 17L)
  rcs("colon", "nodes", 3)
  rcs("mgus2", "hgb", 5, response = "Surv(futime, death)")
  cases
}
