<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <temporal enabled="1" mode="2" startField="valid_from" endField="valid_to" limitMode="0" accumulate="0" fixedDuration="0" durationField="" durationUnit="min" startExpression="" endExpression="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 type="categorizedSymbol" attr="claimant" forceraster="0" symbollevels="0" enableorderby="0" referencescale="-1">
  <categories>
   <category value="taliban" label="said by Taliban" symbol="0" type="string" render="true"/>
   <category value="nrf" label="said by National Resistance Front (NRF)" symbol="1" type="string" render="true"/>
   <category value="independent" label="said by an independent source" symbol="2" type="string" render="true"/>
   <category value="resident" label="said by a resident" symbol="3" type="string" render="true"/>
   <category value="analyst" label="said by an analyst" symbol="4" type="string" render="true"/>
   <category value="third_party" label="said by a third party" symbol="5" type="string" render="true"/>
   <category value="" label="other" symbol="6" type="string" render="true"/>
  </categories>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="1.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="46,125,50,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.6"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="1.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="21,101,192,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.6"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="1.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.6"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="1.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="121,85,72,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.6"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="1.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="142,36,170,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.6"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="1.1"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="130,130,130,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.6"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="0,0,0,0"/>
      <Option type="QString" name="outline_color" value="32,32,32,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="size" value="4"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="{labels}">
   <rule key="{label-0}" scalemaxdenom="1000000" scalemindenom="0">
    <settings calloutType="simple">
     <text-style fieldName="concat(coalesce(map_get(map('taliban', 'Taliban', 'nrf', 'NRF'), &quot;claimant&quot;), replace(&quot;claimant&quot;, '_', ' ')), ': ', CASE WHEN &quot;event&quot; = 'holds' THEN 'held' WHEN &quot;event&quot; = 'denied_capture' THEN 'capture denied' WHEN &quot;event&quot; = 'entered' THEN 'entry' WHEN &quot;event&quot; = 'withdrew' THEN 'withdrawal' ELSE replace(&quot;event&quot;, '_', ' ') END, coalesce(' by ' || coalesce(map_get(map('taliban', 'Taliban', 'nrf', 'NRF'), coalesce(&quot;actor&quot;, if(&quot;event&quot; = 'holds', &quot;party&quot;, NULL))), replace(coalesce(&quot;actor&quot;, if(&quot;event&quot; = 'holds', &quot;party&quot;, NULL)), '_', ' ')), ''))" isExpression="1" fontFamily="Sans Serif" fontSize="7.0" fontSizeUnit="Point" textColor="70,70,70,255" textOpacity="1" fontWeight="50" fontItalic="1" multilineHeight="0.9">
      <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferNoFill="1" bufferJoinStyle="128"/>
     </text-style>
     <text-format wrapChar="" autoWrapLength="30" multilineAlign="0"/>
     <placement placement="6" dist="1.6" distUnits="MM" priority="6" offsetType="1" predefinedPositionOrder="R,TR,BR,L,TL,BL,TSR,BSR"/>
     <rendering scaleVisibility="0" obstacle="1" obstacleFactor="1" drawLabels="1"/>
    </settings>
   </rule>
  </rules>
 </labeling>
 <previewExpression>&quot;summary&quot;</previewExpression>
 <mapTip>&lt;div style=&quot;width:380px&quot;&gt;&lt;b&gt;[% &quot;name&quot; %]&lt;/b&gt;&lt;p&gt;[% &quot;summary&quot; %]&lt;/p&gt;&lt;p&gt;&lt;i&gt;[% &quot;sentence&quot; %]&lt;/i&gt;&lt;br&gt;[% &quot;report&quot; %]&lt;/p&gt;&lt;/div&gt;</mapTip>
 <fieldConfiguration>
  <field name="report">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map"/>
    </config>
   </editWidget>
  </field>
  <field name="edited">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option type="List" name="map">
       <Option type="Map">
        <Option type="QString" name="nothing decided" value=""/>
       </Option>
       <Option type="Map">
        <Option type="QString" name="accept" value="accept"/>
       </Option>
       <Option type="Map">
        <Option type="QString" name="reject" value="reject"/>
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <layerGeometryType>0</layerGeometryType>
</qgis>
