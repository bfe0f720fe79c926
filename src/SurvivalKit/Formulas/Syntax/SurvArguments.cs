using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The parts of <c>Surv()</c> by R's rules: <c>Surv(time)</c>, <c>Surv(time, event)</c>, <c>Surv(start, stop, event)</c>, each
/// also by name, and <c>Surv(left, right, type = "interval2")</c>.</summary>
/// <param name="Times">The time; start and stop; or the limits of an interval.</param>
/// <param name="Status">The status; <see langword="null"/>: every row has the event, or the limits say what is known.</param>
/// <param name="IsInterval">Whether the times are limits of an interval.</param>
internal sealed record SurvArguments(ImmutableArray<FormulaNode> Times, FormulaNode? Status, bool IsInterval)
{
    private const string IntervalType = "interval2";

    /// <summary>Reads the parts.</summary>
    /// <exception cref="FormulaException">The parts are too few, too many, or of a type of censoring that is not supported.</exception>
    public static SurvArguments Read(string formula, FormulaNode.Call surv)
    {
        var arguments = new CallArguments(formula, surv, "time", "time2", "event", "type", "origin");
        if (arguments["origin"] is not (null or FormulaNode.Number { Value: 0 }))
        {
            throw arguments.At("origin", "Surv() takes no origin; the times themselves were expected from it, as in Surv(time - 5, status).");
        }

        string type = arguments.Text("type") ?? "";
        FormulaNode? time = arguments["time"];
        FormulaNode? second = arguments["time2"];
        FormulaNode? status = arguments["event"];
        if (type == IntervalType)
        {
            return time is not null && (second is null) != (status is null)
                ? new([time, (second ?? status)!], null, true)
                : throw new FormulaException(formula, surv.Position, "Surv of the type \"interval2\" takes the two limits of an interval.");
        }

        bool isCounting = second is not null && status is not null;
        bool isKnown = "right".StartsWith(type, StringComparison.Ordinal) || "counting".StartsWith(type, StringComparison.Ordinal);
        if (!isKnown)
        {
            throw arguments.At("type", $"Surv() of the type \"{type}\" is not supported; \"right\", \"counting\" or \"interval2\" was expected.");
        }

        if (time is null || (type.Length > 0 && (isCounting != (type[0] == 'c') || (second ?? status) is null)))
        {
            throw new FormulaException(formula, surv.Position, "Surv takes a time and a status, or start, stop and status, as its type says.");
        }

        return isCounting ? new([time, second!], status, false) : new([time], second ?? status, false);
    }
}
