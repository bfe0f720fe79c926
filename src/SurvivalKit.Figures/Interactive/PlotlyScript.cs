using System.IO.Compression;
using System.Text;

namespace SurvivalKit.Figures;

/// <summary>The script that draws interactive charts, plotly.js 2 (MIT licence), so that a page can carry it and need no network.</summary>
public static class PlotlyScript
{
    /// <summary>The name under which a page has the script once: the value of <c>data-once</c> in <see cref="Element"/>, and of
    /// <c>data-needs</c> in <see cref="InteractiveChart.ToFragment"/>.</summary>
    public const string Name = "plotly";

    private static readonly Lazy<string> Text = new(() => Encoding.UTF8.GetString(
        PackagedResource.Read("carrier/plotly", name => name.StartsWith("Plotly.NET.plotly-", StringComparison.Ordinal)
            && name.EndsWith(".min.js", StringComparison.Ordinal))));

    private static readonly Lazy<string> Compressed = new(Compress);

    /// <summary>
    /// The source, about 3.6 MB. A page that shows several charts includes it once in a <c>script</c> element, before or after
    /// the fragments of <see cref="InteractiveChart.ToFragment"/>.
    /// </summary>
    public static string Source => Text.Value;

    /// <summary>
    /// A <c>script</c> element for the outputs of a notebook, about 1.4 MB since the source in it is compressed. It does nothing where
    /// plotly.js is there already, and draws the charts that wait for it, on every side of it; one in a notebook is enough.
    /// </summary>
    public static string Element => Compressed.Value;

    // In the classic notebook a script with a "define" in sight would become a module of RequireJS and stay unseen by the page.
    private static string Compress()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Source));
        }

        return $$"""
            <script data-once="{{Name}}">(function(){
            if(window.Plotly||window.survivalkitPlotly)return;
            window.survivalkitPlotly=true;
            var text=atob('{{Convert.ToBase64String(packed.ToArray())}}'),bytes=new Uint8Array(text.length);
            for(var i=0;i<text.length;i++)bytes[i]=text.charCodeAt(i);
            new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text().then(function(source){
            var script=document.createElement('script');
            script.textContent='(function(define,module,exports){'+source+'\n}).call(window);';
            document.head.appendChild(script);
            window.dispatchEvent(new Event('{{ChartScript.Loaded}}'));
            }).catch(function(){window.survivalkitPlotly=false;});
            })();</script>

            """.ReplaceLineEndings("\n");
    }
}
