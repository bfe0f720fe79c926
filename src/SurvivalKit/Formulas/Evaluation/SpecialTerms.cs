namespace SurvivalKit;

/// <summary>The terms that are no covariates, and those of R's survival that are refused, each with its sentence.</summary>
internal static class SpecialTerms
{
    public static IEnumerable<FormulaFunction> All { get; } =
    [
        new("strata", FunctionKind.Special, ["...", "na.group", "shortlabel", "sep"]),
        new("cluster", FunctionKind.Special, ["..."]),
        new("offset", FunctionKind.Special, ["object"]),
        Refused("Surv", "Surv() is the response, and was expected on the left side of ~ only."),
        Refused("pspline", "pspline() is not supported; ns(), bs(), nsk() or rcs() with given degrees of freedom were expected."),
        Refused("frailty", "frailty() is not supported; cluster() for robust standard errors, or strata(), were expected."),
        Refused("frailty.gamma", "frailty.gamma() is not supported; cluster() for robust standard errors, or strata(), were expected."),
        Refused("frailty.gaussian", "frailty.gaussian() is not supported; cluster() for robust standard errors, or strata(), were expected."),
        Refused("frailty.t", "frailty.t() is not supported; cluster() for robust standard errors, or strata(), were expected."),
        Refused("tt", "tt() is not supported; rows (start, stop] with the covariate's value in each were expected."),
        Refused("ridge", "ridge() is not supported as a term; the option for a ridge penalty over all terms was expected."),
        Refused("c", "c() lists values and is no term; to ask whether a value is among them, I(x %in% c(1, 2)) was expected."),
    ];

    private static FormulaFunction Refused(string name, string sentence) => new(name, FunctionKind.Refused, ["..."], Refusal: sentence);
}
