using System.Globalization;

namespace SurvivalKit;

/// <summary>Reads a date, with or without a time of day, as people and programs write it.</summary>
/// <remarks>2019-06-24, 24/06/2019, 24.6.19, 24-Jun-2019, Jun 24, 2019, 24JUN2019; then 14:30, 14:30:05.25, 2:30 PM, and Z or an offset
/// from universal time, to which the time is changed. Years of two digits are 1969 to 2068, as R's <c>%y</c> has them.</remarks>
internal static class DateText
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] LongMonths =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>The date; null where the text is none in this order.</summary>
    public static DateTime? Read(string text, DateOrder order)
    {
        if (text.Length is < 6 or > 40 || !char.IsAsciiLetterOrDigit(text[0]) || !text.Any(char.IsAsciiDigit))
        {
            return null;
        }

        int split = TimeAt(text);
        DateTime? date = Day(split < 0 ? text : text[..split].TrimEnd(' ', ',', 'T'), order);
        return date is null || split < 0 ? date : WithTime(date.Value, text[split..].TrimStart(' ', 'T', ':'));
    }

    // Where the time of day begins; -1 where there is none.
    private static int TimeAt(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            // 2019-06-24T14 is no time that is written; a lone T ends nothing.
            return -1;
        }

        int from = text.LastIndexOfAny([' ', 'T', 't'], colon);

        // 24JUN2019:14:30:00, as SAS writes it: the colon follows the year.
        return from > 0 && text[from..colon].All(c => c is ' ' or 'T' or 't' || char.IsAsciiDigit(c)) && colon - from <= 3 ? from : colon;
    }

    private static DateTime? Day(string text, DateOrder order)
    {
        List<string> parts = [];
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            bool isDigit = char.IsAsciiDigit(text[i]);
            bool isLetter = char.IsAsciiLetter(text[i]);
            while (i < text.Length && (isDigit ? char.IsAsciiDigit(text[i]) : isLetter && char.IsAsciiLetter(text[i])))
            {
                i++;
            }

            if (i > start)
            {
                parts.Add(text[start..i]);
            }
            else if (text[i] is '/' or '-' or '.' or ' ' or ',')
            {
                i++;
            }
            else
            {
                return null;
            }
        }

        if (parts is not [var first, var second, var third])
        {
            return null;
        }

        if (char.IsAsciiLetter(second[0]))
        {
            return first.Length == 4 ? Made(first, Month(second), third) : Made(third, Month(second), first);
        }

        if (char.IsAsciiLetter(first[0]))
        {
            return Made(third, Month(first), second);
        }

        char sign = text[first.Length];
        bool hasOneSign = sign is '/' or '-' or '.'
            && text.Count(c => c == sign) == 2
            && text.Length == first.Length + second.Length + third.Length + 2;
        if (!hasOneSign || !char.IsAsciiDigit(third[0]))
        {
            return null;
        }

        return first.Length == 4 ? Made(first, second, third)
            : order == DateOrder.YearMonthDay ? (first.Length == 2 && third.Length <= 2 ? Made(first, second, third) : null)
            : third.Length == 2 && sign == '-' ? null
            : order == DateOrder.DayMonthYear ? Made(third, second, first)
            : Made(third, first, second);
    }

    private static string Month(string word)
    {
        string small = word.ToLowerInvariant();
        int place = Array.IndexOf(LongMonths, small);
        place = place >= 0 ? place : Array.IndexOf(Months, small == "sept" ? "sep" : small);
        return (place + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static DateTime? Made(string year, string month, string day)
    {
        if (year.Length is not (2 or 4) || month.Length > 2 || day.Length > 2
            || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int y)
            || !int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out int m)
            || !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out int d))
        {
            return null;
        }

        y = year.Length == 4 ? y : y < 69 ? 2000 + y : 1900 + y;
        return y >= 1 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateTime(y, m, d) : null;
    }

    private static DateTime? WithTime(DateTime date, string time) =>
        DateTime.TryParseExact(
            "2000-01-01 " + time.Trim(),
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowInnerWhite,
            out DateTime clock)
            ? date + (clock - new DateTime(2000, 1, 1))
            : null;

    private static readonly string[] Formats =
    [
        .. from clock in (string[])["H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF", "h:mm tt", "h:mm:ss tt"]
        from zone in (string[])["", "K", " K", "zzz"]
        select "yyyy-MM-dd " + clock + zone,
    ];
}
