using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The names of the columns that rows of recurrent events add to those of the data.</summary>
/// <param name="Start">The column of starts.</param>
/// <param name="Stop">The column of ends.</param>
/// <param name="Event">The column of events, 0 or 1.</param>
/// <param name="Number">The column of event numbers.</param>
internal sealed record RecurrentColumns(string Start, string Stop, string Event, string Number)
{
    /// <summary>The names that the data do not have: <c>event.number</c>, or with more dots where they have it.</summary>
    public static RecurrentColumns For(DataFrame data)
    {
        return new(Free("at.risk.from"), Free("at.risk.to"), Free("has.event"), Free("event.number"));

        string Free(string name)
        {
            while (data.Columns.IndexOf(name) >= 0)
            {
                name += ".";
            }

            return name;
        }
    }

    /// <summary>The response of a formula over the rows.</summary>
    public string Response => $"Surv({Start}, {Stop}, {Event})";

    /// <summary>The strata of the event numbers.</summary>
    public string Strata => $"strata({Number})";

    /// <summary>The name of the coefficient by which a term's effect on an event differs from that on the first one.</summary>
    public string Difference(string term, int number) => FormattableString.Invariant($"{term}:{Strata}{Number}={number}");
}
