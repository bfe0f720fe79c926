# Tests of tables and samples: chisq.test(), fisher.test(), prop.trend.test(), t.test(), wilcox.test(), kruskal.test().

contingency_tables <- function() list(
  "2x2 of 56 patients" = rbind(c(9, 5), c(31, 11)),
  "2x2 small counts" = rbind(c(3, 11), c(2, 40)),
  "2x2 with a zero" = rbind(c(0, 14), c(6, 36)),
  "2x2 two zeros" = rbind(c(14, 0), c(0, 42)),
  "2x2 no association" = rbind(c(7, 7), c(21, 21)),
  "2x2 near no association" = rbind(c(7, 7), c(20, 22)),
  "2x2 tea tasting" = rbind(c(3, 1), c(1, 3)),
  "2x2 large" = rbind(c(1200, 3400), c(1500, 3100)),
  "2x2 huge" = rbind(c(120000, 134000), c(115000, 139000)),
  "2x2 lung status by sex" = unclass(with(read_data("lung"), table(sex, status))),
  "2x3 tiny" = rbind(c(2, 0, 1), c(0, 2, 1)),
  "2x3" = rbind(c(2, 5, 7), c(9, 20, 13)),
  "3x2" = rbind(c(4, 1), c(10, 12), c(3, 9)),
  "2x4 best response" = rbind(c(1, 8, 4, 1), c(2, 15, 15, 10)),
  "2x4 sparse" = rbind(c(0, 6, 8, 0), c(2, 15, 15, 10)),
  "3x3 job" = rbind(c(3, 8, 5), c(6, 1, 7), c(2, 9, 4)),
  "4x4 job satisfaction" = rbind(c(1, 2, 1, 0), c(3, 3, 6, 1), c(10, 10, 14, 9), c(6, 7, 12, 11)),
  "2x5" = rbind(c(1, 0, 4, 3, 6), c(5, 6, 11, 12, 8)))

chi_square_case <- function(name, table, yates) {
  result <- suppressWarnings(chisq.test(table, correct = yates))
  list(name = paste0(name, if (yates) ", Yates"), table = unname(table), yates = yates, statistic = unname(result$statistic),
       df = unname(result$parameter), p = result$p.value, logP = log_chisq_p(result$statistic[[1]], result$parameter[[1]]),
       expected = unname(result$expected))
}

log_normal_p <- function(z) log(2) + pnorm(-abs(z), log.p = TRUE)

# From their definitions: R has no function for the N - 1 test, G, and the z test with unpooled variance.
other_case <- function(name, table) {
  total <- sum(table)
  df <- prod(dim(table) - 1L)
  g <- max(0, 2 * sum(ifelse(table > 0, table * log(table / suppressWarnings(chisq.test(table)$expected)), 0)))
  long <- data.frame(row = c(row(table)), column = c(col(table)))[rep(seq_along(table), c(table)), ]
  r <- cor(long$row, long$column)
  case <- list(name = name, table = unname(table), g = g, df = df, logPG = log_chisq_p(g, df),
               linear = (total - 1) * r^2, logPLinear = log_chisq_p((total - 1) * r^2, 1))
  if (any(dim(table) == 2L)) {
    counts <- if (ncol(table) == 2L) table else t(table)
    trend <- suppressWarnings(prop.trend.test(counts[, 1], rowSums(counts)))
    case <- c(case, list(trend = unname(trend$statistic), logPTrend = log_chisq_p(trend$statistic[[1]], 1)))
  }
  if (all(dim(table) == 2L)) {
    n1 <- suppressWarnings(chisq.test(table, correct = FALSE))$statistic[[1]] * (total - 1) / total
    p <- table[, 1] / rowSums(table)
    z <- (p[1] - p[2]) / sqrt(sum(p * (1 - p) / rowSums(table)))
    lower <- phyper(table[1, 1], sum(table[1, ]), sum(table[2, ]), sum(table[, 1]))
    upper <- phyper(table[1, 1] - 1, sum(table[1, ]), sum(table[2, ]), sum(table[, 1]), lower.tail = FALSE)
    point <- dhyper(table[1, 1], sum(table[1, ]), sum(table[2, ]), sum(table[, 1]))
    case <- c(case, list(nMinusOne = n1, logPNMinusOne = log_chisq_p(n1, 1), z = z, logPZ = log_normal_p(z),
                         doubled = min(1, 2 * min(lower, upper)), midDoubled = min(1, 2 * (min(lower, upper) - point / 2))))
  }
  case
}

fisher_case <- function(name, table, alternative) {
  two_by_two <- all(dim(table) == 2L)
  result <- fisher.test(table, alternative = alternative, workspace = 2e7)
  case <- list(name = paste0(name, if (alternative != "two.sided") paste0(", ", alternative)), table = unname(table),
               alternative = alternative, p = min(result$p.value, 1))
  if (!two_by_two) return(case)
  point <- dhyper(table[1, 1], sum(table[1, ]), sum(table[2, ]), sum(table[, 1]))
  # The mid-P value takes half of the probability of the table itself.
  c(case, list(oddsRatio = unname(result$estimate), lower = result$conf.int[1], upper = result$conf.int[2],
               probability = point, midP = result$p.value - point / 2))
}

t_fields <- function(result, n, mean, sd) list(
  n1 = n[1], mean1 = mean[1], sd1 = sd[1], n2 = n[2], mean2 = mean[2], sd2 = sd[2], difference = mean[1] - mean[2],
  t = result$t, df = result$df, se = result$se, p = 2 * pt(-abs(result$t), result$df),
  logP = log(2) + pt(-abs(result$t), result$df, log.p = TRUE), lower = result$lower, upper = result$upper)

t_from_data <- function(data, formula, varEqual) {
  frame <- model.frame(as.formula(formula), read_data(data))
  samples <- split(frame[[1]], frame[[2]])
  result <- t.test(samples[[1]], samples[[2]], var.equal = varEqual)
  stopifnot(length(samples) == 2L)
  c(list(name = paste0(data, ": ", formula, if (varEqual) ", Student" else ", Welch"), data = data, formula = formula,
         varEqual = varEqual, groups = array_of(names(samples)), omitted = nrow(read_data(data)) - nrow(frame)),
    t_fields(list(t = unname(result$statistic), df = unname(result$parameter), se = result$stderr,
                  lower = result$conf.int[1], upper = result$conf.int[2]),
             lengths(samples, use.names = FALSE), unname(vapply(samples, mean, 0)), unname(vapply(samples, sd, 0))))
}

# Textbook formulas, checked against t.test() on samples made to have exactly these means and SDs.
t_from_summary <- function(mean1, sd1, n1, mean2, sd2, n2, varEqual) {
  v <- c(sd1, sd2)^2 / c(n1, n2)
  if (varEqual) {
    df <- n1 + n2 - 2
    se <- sqrt(((n1 - 1) * sd1^2 + (n2 - 1) * sd2^2) / df * (1 / n1 + 1 / n2))
  } else {
    df <- sum(v)^2 / sum(v^2 / (c(n1, n2) - 1))
    se <- sqrt(sum(v))
  }
  difference <- mean1 - mean2
  width <- qt(0.975, df) * se
  made <- function(n, mean, sd) mean + sd * as.vector(scale(seq_len(n)^1.5))
  check <- t.test(made(n1, mean1, sd1), made(n2, mean2, sd2), var.equal = varEqual)
  stopifnot(all.equal(unname(check$statistic), difference / se), all.equal(unname(check$parameter), df))
  c(list(name = sprintf("%s (%s), n %d, against %s (%s), n %d, %s", mean1, sd1, n1, mean2, sd2, n2,
                        if (varEqual) "Student" else "Welch"), varEqual = varEqual),
    t_fields(list(t = difference / se, df = df, se = se, lower = difference - width, upper = difference + width),
             c(n1, n2), c(mean1, mean2), c(sd1, sd2)))
}

# Tests that compare samples by rank. `statistic` of the two-sample test is R's W: the rank sum of the first group less its
# least possible value. Without ties and with fewer than 50 values a group R's P is exact; otherwise normal, corrected for ties.
rank_sum_case <- function(data, formula, exact, correct) {
  frame <- model.frame(as.formula(formula), read_data(data))
  samples <- split(frame[[1]], frame[[2]])
  result <- suppressWarnings(wilcox.test(samples[[1]], samples[[2]], exact = exact, correct = correct))
  list(name = paste0(data, ": ", formula, if (exact) ", exact" else if (correct) ", normal, continuity" else ", normal"),
       data = data, formula = formula, exact = exact, continuity = correct, groups = array_of(names(samples)),
       n = array_of(lengths(samples)), statistic = unname(result$statistic), p = result$p.value)
}

kruskal_case <- function(data, formula) {
  frame <- model.frame(as.formula(formula), read_data(data))
  result <- kruskal.test(frame[[1]], frame[[2]])
  list(name = paste0(data, ": ", formula), data = data, formula = formula, groups = array_of(sort(unique(as.character(frame[[2]])))),
       statistic = unname(result$statistic), df = unname(result$parameter), p = result$p.value,
       logP = log_chisq_p(result$statistic[[1]], result$parameter[[1]]))
}

hypothesis_content <- function() {
  tables <- contingency_tables()
  chi_square <- list()
  fisher <- list()
  other <- lapply(names(tables), function(name) other_case(name, tables[[name]]))
  for (name in names(tables)) {
    two_by_two <- all(dim(tables[[name]]) == 2L)
    for (yates in if (two_by_two) c(TRUE, FALSE) else FALSE)
      chi_square[[length(chi_square) + 1L]] <- chi_square_case(name, tables[[name]], yates)
    for (alternative in if (two_by_two) c("two.sided", "less", "greater") else "two.sided")
      fisher[[length(fisher) + 1L]] <- fisher_case(name, tables[[name]], alternative)
  }
  from_data <- list(c("lung", "age ~ sex"), c("lung", "wt.loss ~ sex"), c("lung", "meal.cal ~ status"),
                    c("veteran", "karno ~ trt"), c("ovarian", "age ~ rx"), c("pbc", "bili ~ sex"), c("mgus2", "age ~ sex"),
                    c("weights", "x ~ arm"), c("edges", "x ~ z"))
  summaries <- list(c(58.8, 12.3, 14, 64.4, 14.8, 42), c(63.0, 14.3, 56, 61.2, 9.9, 40), c(54.1, 20.2, 14, 60.6, 22.4, 42),
                    c(87.4, 14.9, 14, 90.1, 11.2, 42), c(1.5, 0.2, 5, 1.1, 0.4, 3), c(10, 1e-3, 100, 10.001, 2e-3, 200),
                    c(100, 15, 1000, 90, 15, 1000), c(5, 2, 2, 5, 3, 2))
  both <- function(make) unlist(lapply(c(TRUE, FALSE), function(equal) lapply(make, function(f) f(equal))), recursive = FALSE)
  t_data <- both(lapply(from_data, function(x) function(equal) t_from_data(x[1], x[2], equal)))
  t_summary <- both(lapply(summaries, function(x) function(equal)
    t_from_summary(x[1], x[2], as.integer(x[3]), x[4], x[5], as.integer(x[6]), equal)))
  rank_sum <- unlist(lapply(from_data, function(x) lapply(c(TRUE, FALSE), function(correct)
    rank_sum_case(x[1], x[2], FALSE, correct))), recursive = FALSE)
  rank_sum <- c(rank_sum, list(rank_sum_case("ovarian", "age ~ rx", TRUE, FALSE), rank_sum_case("edges", "x ~ z", TRUE, FALSE)))
  kruskal <- lapply(list(c("lung", "age ~ ph.ecog"), c("veteran", "karno ~ celltype"), c("kidney", "age ~ disease"),
                         c("ties", "x ~ group"), c("ovarian", "age ~ rx")), function(x) kruskal_case(x[1], x[2]))
  list(session = session(), datasets = datasets_of(c(t_data, rank_sum, kruskal)), chiSquare = chi_square, fisher = fisher, other = other,
       tFromData = t_data, tFromSummary = t_summary, rankSum = rank_sum, kruskalWallis = kruskal)
}
