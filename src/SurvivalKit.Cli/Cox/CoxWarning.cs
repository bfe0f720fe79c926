using System.Globalization;

namespace SurvivalKit.Cli;

/// <summary>What a fit could not do, for standard error.</summary>
internal static class CoxWarning
{
    /// <summary>One sentence; <see langword="null"/> where the fit converged.</summary>
    public static string? Of(CoxFit fit)
    {
        string terms = string.Join(", ", fit.AtFault);
        bool several = fit.AtFault.Length > 1;
        return fit.Status switch
        {
            FitStatus.Separation => several
                ? $"{terms} separate the events: the likelihood has no maximum, and their coefficients are infinite."
                : $"{terms} separates the events: the likelihood has no maximum, and its coefficient is infinite.",
            FitStatus.Singular => several
                ? $"{terms} are not estimable: each is constant or a combination of the columns before it."
                : $"{terms} is not estimable: it is constant or a combination of the columns before it.",
            FitStatus.IterationLimit => string.Create(CultureInfo.InvariantCulture, $"the fit had not converged after {fit.Iterations} iterations."),
            _ => null,
        };
    }
}
