namespace SurvivalKit.Published.Tests;

/// <summary>An invented trial in the forms that papers print.</summary>
internal static class BreadTrial
{
    public const string Text = """
        # Bread and butter, an invented trial

        ## Abstract

        We enrolled 60 volunteers from March 2011 to May 2014. Of these, 20 received bread with butter and 40 received plain bread. The
        median OS was 9.0 months in all volunteers.

        ## Introduction

        In an older trial the response rate was 31% and the median OS 4.4 months.

        ## Methods

        Ages were compared with the t-test, counts with Fisher's exact test, and times with the log-rank test, in R version 4.4. P < .05 was
        considered significant.

        ## Results

        Table 1 shows the volunteers. The mean age was 50.0 ± 10.0 years in the butter group and 52.0 ± 9.0 years in the plain group. A response
        was seen in 50.0% with butter and in 25.0% with plain bread.

        **Table 1.** Baseline characteristics

        Characteristic	All (N = 60)	Butter + bread (N = 20)	Plain bread (N = 40)	P
        Age
        Mean ± SD	51.3 ± 9.3	50.0 ± 10.0	52.0 ± 9.0	.44
        ≥ 60 years, n (%)	12 (20.0)	4 (20.0)	8 (20.0)	1.0
        Weight, kg, median (range)	70 (45-110)	71 (50-110)	69 (45-99)	
        Smoker, n (%)	15 (25.0)	5 (25.0)	10 (25.0)	1.0
        Toast, n (%)				1.0
        Light	30 (50.0)	10 (50.0)	20 (50.0)	
        Dark	30 (50.0)	10 (50.0)	20 (50.0)	
        Response, n (%)	20 (33.3)	10 (50.0)	10 (25.0)	.08
        Crumbs	few	some	many	

        Death was not less frequent with butter (OS: HR 0.80, 95% CI 0.40-1.60, P = .53). In a multivariate model of OS, a fasting glucose
        (FG) greater than 7 had an HR of 2.00 (95% CI, 1.00-4.00).

        ## Discussion

        In our trial, a response was seen in 50.0% with butter. The OLIVE trial reported 44%.
        """;

    public static Study Draft { get; } = StudyDraft.Read(Text, new() { Id = "bread" }).Study;
}
