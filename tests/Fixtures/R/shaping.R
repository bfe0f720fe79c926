# Shaping: survSplit(), tmerge() and pyears() with tcut(). Every row of what they make is kept, but the carried columns, which
# the tests compare with the row of the data that each row is of. Status and episode of a row that misses its time are not compared:
# survSplit() leaves the first unset in memory.

shaping_simulate <- function() {
  file <- function(name) file.path(fixture_folder, "data", name)
  save <- function(data, name) write.csv(data, file(name), row.names = FALSE, quote = FALSE)
  save(cgd0[, c("id", "treat", "sex", "age", "futime", paste0("etime", 1:7))], "cgd0.csv")
  save(subset(pbcseq, id <= 60, c("id", "day", "ascites", "bili", "albumin", "protime", "chol")), "pbcseq.csv")
  # Times at risk with gaps, and events and measurements early, late, in gaps, at both ends, tied, of unknown subjects, without a
  # value and without a time.
  set.seed(20250607)
  spans <- do.call(rbind, lapply(1:30, function(id) {
    ends <- sort(sample(0:40, 2 * sample(1:3, 1)))
    meets <- runif(1) < 0.5
    starts <- ends[c(TRUE, FALSE)]; stops <- ends[c(FALSE, TRUE)]
    if (meets && length(starts) > 1) starts[-1] <- stops[-length(stops)]
    data.frame(id = id, entry = starts, exit = stops, arm = sample(c("a", "b"), 1))
  }))
  save(spans, "merge-spans.csv")
  n <- 160
  seen <- data.frame(id = sample(1:33, n, TRUE), day = sample(-3:44, n, TRUE), kind = sample(0:2, n, TRUE), dose = round(runif(n, 0, 5), 2))
  ends <- spans[sample(nrow(spans), 60, TRUE), ]
  seen <- rbind(seen, data.frame(id = ends$id, day = ends$exit, kind = sample(1:2, 60, TRUE), dose = round(runif(60, 0, 5), 2)),
                data.frame(id = ends$id, day = ends$entry, kind = 1, dose = round(runif(60, 0, 5), 2)))
  seen$dose[sample(nrow(seen), 25)] <- NA
  seen$day[sample(nrow(seen), 10)] <- NA
  seen$grade <- c("low", "mid", "high")[sample(3, nrow(seen), TRUE)]
  save(seen, "merge-seen.csv")
}

shaping_read <- function(name) read.csv(file.path(repository, data_file(name)), na.strings = "NA", check.names = FALSE)

frame_of <- function(data, columns) lapply(stats::setNames(columns, columns), function(column) array_of(data[[column]]))

split_case <- function(name, data, formula, cut, start, end, event, ...) {
  split <- survSplit(as.formula(formula), shaping_read(data), cut = cut, episode = "part", id = "row", ...)
  list(name = name, data = data, formula = formula, cuts = array_of(cut), zero = list(...)$zero,
       expected = frame_of(split, c("row", start, end, event, "part")))
}

merge_case <- function(name, merged, columns) {
  counts <- attr(merged, "tcount")
  list(name = name, rows = nrow(merged), expected = frame_of(merged, columns), variables = array_of(rownames(counts)),
       counts = unname(counts))
}

merge_cases <- function() {
  cgd <- shaping_read("cgd0")
  all <- tmerge(cgd, cgd, id = id, tstop = futime)
  for (time in paste0("etime", 1:7)) {
    cgd$when <- cgd[[time]]
    all <- tmerge(all, cgd, id = id, infect = event(when))
  }
  all <- tmerge(all, all, id, enum = cumtdc(tstart))

  seq <- shaping_read("pbcseq")
  first <- subset(shaping_read("pbc"), id <= 60, c(id, time, status, trt, age))
  pbc2 <- function(options) {
    merged <- do.call(tmerge, list(first, first, id = quote(id), death = quote(event(time, status)), options = options))
    tmerge(merged, seq, id = id, ascites = tdc(day, ascites), bili = tdc(day, bili), albumin = tdc(day, albumin), chol = tdc(day, chol),
           options = options)
  }
  # Each call needs its options again: tmerge() keeps the names of its columns alone.
  measured <- c("id", "tstart", "tstop", "death", "ascites", "bili", "albumin", "chol")

  spans <- shaping_read("merge-spans")
  seen <- shaping_read("merge-seen")
  ids <- spans[!duplicated(spans$id), c("id", "arm")]
  messy <- function(options) {
    merged <- do.call(tmerge, list(ids, spans, id = quote(id), tstart = quote(entry), tstop = quote(exit), options = options))
    suppressWarnings(tmerge(merged, seen, id = id, any = event(day), state = event(day, kind), count = cumevent(day),
                            dose = tdc(day, dose), seen = tdc(day), visits = cumtdc(day), total = cumtdc(day, dose), grade = tdc(day, grade),
                            later = event(day, kind == 2), sums = cumevent(day, kind), options = options))
  }
  again <- tmerge(messy(list(delay = 0)), subset(seen, id %% 2 == 0), id = id, dose = tdc(day, kind), any = event(day + 1), visits = cumtdc(day + 2))
  columns <- c("id", "tstart", "tstop", "arm", "any", "state", "count", "dose", "seen", "visits", "total", "grade", "later", "sums")
  list(
    merge_case("cgd0", all, c("id", "tstart", "tstop", "infect", "enum")),
    merge_case("pbc", pbc2(list(idname = "id")), measured),
    merge_case("pbc, delay", pbc2(list(idname = "id", delay = 14)), measured),
    merge_case("pbc, missing kept", pbc2(list(idname = "id", na.rm = FALSE)), measured),
    merge_case("pbc, start", pbc2(list(idname = "id", tdcstart = -1, delay = 3)), measured),
    merge_case("gaps", messy(list(delay = 0)), columns),
    merge_case("gaps, delay", messy(list(delay = 2)), columns),
    merge_case("gaps, updated", again, columns))
}

pyears_case <- function(name, data, formula, scale, weights = NULL) {
  frame <- shaping_read(data)
  frame$.w <- if (is.null(weights)) 1 else frame[[weights]]
  result <- pyears(as.formula(formula), frame, weights = .w, scale = scale)
  limits <- cipoisson(as.vector(result$event), as.vector(result$pyears))
  # A single cell has no dimensions, and one dimension's limits come as a matrix.
  names <- if (is.null(dimnames(result$pyears))) data.frame(level = "") else expand.grid(dimnames(result$pyears), stringsAsFactors = FALSE)
  limits <- matrix(limits, ncol = 2)
  list(name = name, data = data, formula = formula, scale = scale, weights = weights, offTable = result$offtable,
       levels = unname(as.matrix(names)), pyears = array_of(as.vector(result$pyears)), n = array_of(as.vector(result$n)),
       events = array_of(as.vector(result$event)), lower = array_of(limits[, 1]), upper = array_of(limits[, 2]))
}

shaping_content <- function() {
  shaping_simulate()
  ages <- "tcut(age * 365.25, c(50, 60, 70) * 365.25, labels = c('fifties', 'sixties'))"
  decades <- "tcut(dxyr * 12, c(1960, 1970, 1980, 1990, 2000) * 12, labels = c('60s', '70s', '80s', '90s'))"
  list(
    session = session(),
    split = list(
      split_case("lung", "lung", "Surv(time, status == 2) ~ .", c(700, 180, 365), "tstart", "time", "event"),
      split_case("veteran", "veteran", "Surv(time, status) ~ trt + karno + celltype", c(60, 120), "tstart", "time", "status"),
      split_case("lung from -10", "lung", "Surv(time, status) ~ age", c(-5, 0, 180, 306), "tstart", "time", "status", zero = -10),
      split_case("left truncation", "truncation", "Surv(entry, exit, status) ~ .", c(1, 12.5, 20, 7, 30), "entry", "exit", "status")),
    merge = merge_cases(),
    personTime = list(
      pyears_case("groups", "lung", "Surv(time, status == 2) ~ sex + ph.ecog", 365.25),
      pyears_case("all", "lung", "Surv(time, status == 2) ~ 1", 365.25),
      pyears_case("age", "lung", paste("Surv(time, status == 2) ~ sex +", ages), 365.25),
      pyears_case("age and calendar", "mgus2", paste(
        "Surv(futime, death) ~ tcut(age * 12, seq(30, 110, 20) * 12, labels = c('a', 'b', 'c', 'd')) + sex +", decades), 12),
      pyears_case("equal bands", "lung", "Surv(time, status) ~ tcut(age, 3)", 1),
      pyears_case("weights", "lung", paste("Surv(time, status) ~", ages), 365.25, weights = "ph.ecog"),
      pyears_case("left truncation", "truncation", "Surv(entry, exit, status) ~ group + tcut(x * 0, c(2, 14, 30, 45), labels = c('x', 'y', 'z'))", 1)))
}
