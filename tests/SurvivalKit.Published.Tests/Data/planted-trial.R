# The invented trial of planted-trial.json: writes its patients beside this script and prints their figures, which the study file
# prints except for the planted ones. Rscript planted-trial.R; needs the package survival. No test run needs R.
suppressMessages(library(survival))
set.seed(20240611)
arms <- rep(c("Rye","Wheat","Oat"), c(24,30,26)); n <- 80
age <- pmin(88,pmax(34,round(rnorm(n, 62, 11))))
slices <- pmax(1,round(rnorm(n,6,2)))
sex <- sample(c("Female","Male"), n, TRUE)
stage <- sample(c("I","II","III"), n, TRUE, c(.3,.35,.35)); stage[c(3,31,45,60,77)] <- NA
fever <- rbinom(n,1,.3); cough <- rbinom(n,1,.4)
lp <- ifelse(arms=="Rye",-.5,ifelse(arms=="Wheat",-.2,0)) + ifelse(is.na(stage),0,ifelse(stage=="III",.7,ifelse(stage=="II",.3,0)))
pfs <- round(rexp(n, exp(lp)*.09)+.6,1); os <- round(pfs + rexp(n, exp(lp)*.12),1)
os_c <- round(runif(n, 12, 40),1)
os_event <- as.integer(os<=os_c); os <- pmin(os,os_c); pfs_event <- as.integer(pfs<=os); pfs <- pmin(pfs,os)
pfs_event[os_event==1] <- 1L
resp <- ifelse(pfs>quantile(pfs,.8),"CR",ifelse(pfs>quantile(pfs,.5),"PR",ifelse(pfs>quantile(pfs,.25),"SD","PD")))
rash <- sample(c(0,2,3,4), n, TRUE, c(.6,.2,.15,.05))
d <- data.frame(id=sprintf("B%02d",1:n), bread=arms, age, slices, sex, stage, fever, cough, pfs_months=pfs, pfs_event, os_months=os, os_event, response=resp, ae_rash=rash)
write.csv(d, file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value=TRUE))), "planted-trial.csv"), row.names=FALSE, quote=FALSE, na="")
d$bread <- factor(d$bread, levels=c("Oat","Rye","Wheat"))
grp <- c(list(All=d), split(d, factor(arms,levels=c("Rye","Wheat","Oat"))))
pr <- function(...) cat(..., "\n")
for (g in names(grp)) { x <- grp[[g]]; m <- nrow(x); ms <- sum(!is.na(x$stage))
 pr(g, m, "age", sprintf("%.1f %.1f", mean(x$age), sd(x$age)), range(x$age), "slices", sprintf("%.2f %.2f", mean(x$slices), sd(x$slices)), "sum", sum(x$slices))
 pr("  female", sum(x$sex=="Female"), sprintf("%.1f",100*mean(x$sex=="Female")), "fever", sum(x$fever), sprintf("%.1f",100*mean(x$fever)), "cough", sum(x$cough), sprintf("%.2f", 100*mean(x$cough)))
 for (s in c("I","II","III")) pr("  stage",s,sum(x$stage==s,na.rm=TRUE), sprintf("%.1f",100*sum(x$stage==s,na.rm=TRUE)/ms)); pr("  missing", m-ms, sprintf("%.1f",100*(m-ms)/m))
 for (s in c("CR","PR","SD","PD")) pr("  resp",s,sum(x$response==s), sprintf("%.1f",100*mean(x$response==s))); 
 pr("  orr", sum(x$response %in% c("CR","PR")), sprintf("%.2f",100*mean(x$response %in% c("CR","PR"))), "rash3", sum(x$ae_rash>=3), sprintf("%.2f",100*mean(x$ae_rash>=3)))
 q <- summary(survfit(Surv(pfs_months,pfs_event)~1,x))$table["median"]; q2 <- summary(survfit(Surv(os_months,os_event)~1,x))$table["median"]
 pr("  pfs", q, range(x$pfs_months), "os", q2, range(x$os_months), "ev", sum(x$pfs_event), sum(x$os_event)) }
ct <- function(v) suppressWarnings(chisq.test(table(v,d$bread),correct=FALSE)$p.value)
pr("P sex", ct(d$sex), "stage", ct(d$stage), "fever", ct(d$fever), "cough", fisher.test(table(d$cough,d$bread))$p.value, "orr", ct(d$response%in%c("CR","PR")), "rash", fisher.test(table(d$ae_rash>=3,d$bread))$p.value)
for (e in c("pfs","os")) { S <- Surv(d[[paste0(e,"_months")]], d[[paste0(e,"_event")]])
 pr(e,"logrank", 1-pchisq(survdiff(S~d$bread)$chisq,2))
 f <- coxph(S~bread,d,ties="breslow"); print(cbind(exp(cbind(coef(f),confint(f))), summary(f)$coefficients[,5]))
 f <- coxph(S~bread+stage+age,d,ties="breslow"); print(cbind(exp(cbind(coef(f),confint(f))), summary(f)$coefficients[,5])) }
for (e in c("pfs","os")) { S <- Surv(d[[paste0(e,"_months")]], d[[paste0(e,"_event")]]); f <- coxph(S~fever,d,ties="breslow")
 pr(e, "fever", exp(c(coef(f),confint(f))), summary(f)$coefficients[,5]) }
