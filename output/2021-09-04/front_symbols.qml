<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <temporal enabled="1" mode="2" startField="valid_from" endField="valid_to" limitMode="0" accumulate="0" fixedDuration="0" durationField="" durationUnit="min" startExpression="" endExpression="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0" referencescale="-1">
  <rules key="{views}">
   <rule key="{view-0}" filter="&quot;view&quot; = 'assessed'" label="Assessed" checkstate="1">
    <rule key="{view-0-0}" filter="(concat(&quot;kind&quot;, ' ', &quot;solidity&quot;)) = 'bar reported'" label="Fighting; no line can be drawn" symbol="0"/>
    <rule key="{view-0-1}" filter="(concat(&quot;kind&quot;, ' ', &quot;solidity&quot;)) = 'bar claimed'" label="Fighting; no line can be drawn (one source)" symbol="1"/>
    <rule key="{view-0-2}" filter="(concat(&quot;kind&quot;, ' ', &quot;solidity&quot;)) = 'arrow reported'" label="Attack, from the attacker" symbol="2"/>
    <rule key="{view-0-3}" filter="(concat(&quot;kind&quot;, ' ', &quot;solidity&quot;)) = 'arrow claimed'" label="Attack, from the attacker (one source)" symbol="3"/>
    <rule key="{view-0-4}" filter="(concat(&quot;kind&quot;, ' ', &quot;solidity&quot;)) = 'access reported'" label="Way in, said to be closed" symbol="4"/>
    <rule key="{view-0-5}" filter="(concat(&quot;kind&quot;, ' ', &quot;solidity&quot;)) = 'access claimed'" label="Way in, said to be closed (one source)" symbol="5"/>
    <rule key="{view-0-6}" filter="ELSE" label="other" symbol="6"/>
   </rule>
   <rule key="{view-1}" filter="&quot;view&quot; = 'independent'" label="Independent" checkstate="0">
    <rule key="{view-1-0}" filter="(concat(&quot;kind&quot;, ' ', &quot;solidity&quot;)) = 'bar reported'" label="Fighting; no line can be drawn" symbol="7"/>
    <rule key="{view-1-1}" filter="(concat(&quot;kind&quot;, ' ', &quot;solidity&quot;)) = 'bar claimed'" label="Fighting; no line can be drawn (one source)" symbol="8"/>
    <rule key="{view-1-2}" filter="(concat(&quot;kind&quot;, ' ', &quot;solidity&quot;)) = 'arrow reported'" label="Attack, from the attacker" symbol="9"/>
    <rule key="{view-1-3}" filter="(concat(&quot;kind&quot;, ' ', &quot;solidity&quot;)) = 'arrow claimed'" label="Attack, from the attacker (one source)" symbol="10"/>
    <rule key="{view-1-4}" filter="(concat(&quot;kind&quot;, ' ', &quot;solidity&quot;)) = 'access reported'" label="Way in, said to be closed" symbol="11"/>
    <rule key="{view-1-5}" filter="(concat(&quot;kind&quot;, ' ', &quot;solidity&quot;)) = 'access claimed'" label="Way in, said to be closed (one source)" symbol="12"/>
    <rule key="{view-1-6}" filter="ELSE" label="other" symbol="13"/>
   </rule>
  </rules>
  <symbols>
   <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,230"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="2"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,230"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="2"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="1"/>
      <Option type="QString" name="customdash" value="1.8;0.9"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,230"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineColor">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), &quot;attacker&quot;), '#202020')"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,230"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="1"/>
      <Option type="QString" name="customdash" value="2;1"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineColor">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), &quot;attacker&quot;), '#202020')"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,230"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineColor">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), &quot;attacker&quot;), '#202020')"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,230"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="1"/>
      <Option type="QString" name="customdash" value="2;1"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineColor">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), &quot;attacker&quot;), '#202020')"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,230"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="2"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,230"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="2"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.3"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="1"/>
      <Option type="QString" name="customdash" value="1.8;0.9"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="line" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,230"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineColor">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), &quot;attacker&quot;), '#202020')"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="10" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,230"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="1"/>
      <Option type="QString" name="customdash" value="2;1"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineColor">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), &quot;attacker&quot;), '#202020')"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="11" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,230"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineColor">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), &quot;attacker&quot;), '#202020')"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="12" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="255,255,255,230"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="1.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.9"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="flat"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="1"/>
      <Option type="QString" name="customdash" value="2;1"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineColor">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="coalesce(map_get(map('taliban', '#2e7d32', 'nrf', '#1565c0'), &quot;attacker&quot;), '#202020')"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="13" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="32,32,32,255"/>
      <Option type="QString" name="line_style" value="solid"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="capstyle" value="round"/>
      <Option type="QString" name="joinstyle" value="round"/>
      <Option type="QString" name="use_custom_dash" value="0"/>
      <Option type="QString" name="customdash" value="5;2"/>
      <Option type="QString" name="customdash_unit" value="MM"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>&quot;summary&quot;</previewExpression>
 <mapTip>&lt;div style=&quot;width:380px&quot;&gt;&lt;b&gt;[% &quot;name&quot; %]&lt;/b&gt;&lt;p&gt;[% &quot;summary&quot; %]&lt;/p&gt;&lt;/div&gt;</mapTip>
 <fieldConfiguration/>
 <layerGeometryType>1</layerGeometryType>
</qgis>
