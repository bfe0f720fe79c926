using System.Globalization;

namespace SurvivalKit.Fuzz;

/// <summary>Compares two answers at 1e-6.</summary>
internal static class Comparison
{
    private const double Tolerance = 1e-6;

    /// <summary>All disagreements of two answers to a question of a set. Where both call a fit singular whose likelihood has no maximum,
    /// that is the one disagreement, with the truth: no number of either means anything.</summary>
    public static IReadOnlyList<Difference> Of(Question question, FuzzSet set, Answer ours, Answer theirs)
    {
        Difference[] all = [.. Of(question, ours, theirs)];
        return all.Any(difference => difference.Class.StartsWith("cox singular", StringComparison.Ordinal))
            && Recession.Has(FitStatus.Separation, question, set)
            ? [new("cox status Singular of both, where there is no maximum", "")]
            : all;
    }

    /// <summary>All disagreements of two answers.</summary>
    public static IEnumerable<Difference> Of(Question question, Answer ours, Answer theirs)
    {
        string kind = question.RFunction;
        if (ours.IsFailure)
        {
            yield return new($"{kind} exception", ours.Refusal!);
            yield break;
        }

        if (ours.Refusal is not null || theirs.Refusal is not null)
        {
            // What R refuses cannot be compared.
            if (theirs.Refusal is null)
            {
                yield return new($"{kind} refused", ours.Refusal!);
            }

            yield break;
        }

        if (question.Kind == QuestionKind.Cox && Statuses(ours, theirs) is { } status)
        {
            if (status.Length > 0)
            {
                yield return new($"cox status {status}", "");
            }

            yield break;
        }

        if (question.Kind == QuestionKind.Cox && (FitStatus)theirs.Values["status"][0] == FitStatus.Singular)
        {
            kind = "cox singular";
        }

        foreach (string key in OurAnswers.KeysOf(question.Kind).Where(IsCompared))
        {
            if (Compare(key, ours.Values.GetValueOrDefault(key), theirs.Values.GetValueOrDefault(key), theirs) is var (how, detail))
            {
                yield return new($"{kind} {key}{how}", detail);
            }
        }
    }

    // The others are R's only, for scales and proofs.
    private static bool IsCompared(string key) => key != Scales.Key && !key.EndsWith(".defined", StringComparison.Ordinal);

    // Null where both have a maximum, so that the numbers are compared; empty where both say the same of another kind.
    private static string? Statuses(Answer ours, Answer theirs)
    {
        var (our, their) = ((FitStatus)ours.Values["status"][0], (FitStatus)theirs.Values["status"][0]);
        return our != their ? $"{our}, R {their}"
            : our is FitStatus.Converged or FitStatus.Singular ? null
            : "";
    }

    private static (string How, string Detail)? Compare(string key, double[]? ours, double[]? theirs, Answer r)
    {
        // What R refuses cannot be compared.
        if (theirs is null || (ours is null && theirs.Length == 0))
        {
            return null;
        }

        if (ours is null)
        {
            return (" only of R", "");
        }

        if (ours.Length != theirs.Length)
        {
            return (" length", string.Create(CultureInfo.InvariantCulture, $"{ours.Length} ours, {theirs.Length} R"));
        }

        double[] scale = Scales.Of(key, r);
        for (int i = 0; i < ours.Length; i++)
        {
            double size = Math.Max(Math.Max(Math.Abs(ours[i]), Math.Abs(theirs[i])), scale[i * scale.Length / ours.Length]);
            bool isMissing = !double.IsFinite(ours[i]) || !double.IsFinite(theirs[i]);
            if (isMissing ? !ours[i].Equals(theirs[i]) : Math.Abs(ours[i] - theirs[i]) > Tolerance * size)
            {
                return (isMissing ? " missing" : "", string.Create(
                    CultureInfo.InvariantCulture, $"[{i + 1}] of {ours.Length}: {ours[i]:R} ours, {theirs[i]:R} R"));
            }
        }

        return null;
    }
}
